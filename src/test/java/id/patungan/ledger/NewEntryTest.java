package id.patungan.ledger;

import static id.patungan.ledger.LedgerTest.assertRefused;
import static id.patungan.ledger.TestBooks.DAY;
import static id.patungan.ledger.TestBooks.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** What an entry cannot be, long before the database is asked. */
class NewEntryTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void existsExactlyIfEveryFundBalancesWithTwoLines(long seed) {
        var random = new Random(seed);
        var postings = new ArrayList<NewPosting>();
        for (var fund = 0; fund <= random.nextInt(3); fund++) {
            var sum = 0L;
            for (var line = random.nextInt(3); line >= 0; line--) {
                var amount = 1 + random.nextInt(3);
                postings.add(NewPosting.debit("11200", "F" + fund, amount));
                sum += amount;
            }
            postings.add(NewPosting.credit("41100", "F" + fund, sum + random.nextInt(20) / 19));
        }
        Collections.shuffle(postings, random);

        var sums = new HashMap<String, Long>();
        postings.forEach(line -> sums.merge(line.fund().value(), line.amount(), Long::sum));
        if (sums.values().stream().allMatch(sum -> sum == 0)) {
            assertThat(of(postings).postings()).isEqualTo(postings);
        } else {
            assertRefused("ledger.unbalanced", () -> of(postings));
        }
    }

    @Test
    void isRefusedWhenItBalancesOnlyAcrossFunds() {
        assertRefused(
                "ledger.unbalanced",
                () ->
                        of(
                                List.of(
                                        NewPosting.debit("11200", "UMUM", 5),
                                        NewPosting.credit("41100", "CADANGAN", 5))));
    }

    @Test
    void isRefusedWithoutTwoLinesOrWithTooMany() {
        assertRefused("ledger.too-few-lines", () -> of(List.of()));
        assertRefused(
                "ledger.too-few-lines", () -> of(List.of(NewPosting.debit("11200", "UMUM", 5))));
        assertRefused(
                "ledger.too-many-lines",
                () -> of(Collections.nCopies(10_001, NewPosting.debit("11200", "UMUM", 5))));
    }

    @Test
    void isRefusedWhenItsSumsCannotBeCounted() {
        assertRefused(
                "ledger.too-large",
                () ->
                        of(
                                List.of(
                                        NewPosting.debit("11200", "UMUM", Long.MAX_VALUE),
                                        NewPosting.debit("11200", "UMUM", 2),
                                        NewPosting.debit("11200", "UMUM", Long.MAX_VALUE))));
        assertRefused("ledger.too-large", () -> NewPosting.debit("11200", "UMUM", Long.MIN_VALUE));
        assertRefused("ledger.zero-line", () -> NewPosting.debit("11200", "UMUM", 0));
    }

    @Test
    void isRefusedWithASourceKeyThatIsNotPrintableAscii() {
        for (var key : List.of("", " a", "a ", "é", "a\nb", "a".repeat(121))) {
            assertRefused("ledger.bad-source-key", () -> TestBooks.dues(key, 1));
        }
        assertThat(TestBooks.dues("a".repeat(120), 1).sourceKey()).hasSize(120);
    }

    @Test
    void isRefusedWithADateThatNoBookHas() {
        assertRefused("ledger.bad-date", () -> TestBooks.dues("a", 1, LocalDate.of(206, 1, 1)));
    }

    @Test
    void hasTextsThatAreStoredAsTheyAreHashed() {
        var wish = TestBooks.dues("a", 1).postings();
        var memo = wish.getFirst().memo("  cafe\u0301 ").memo();

        assertThat(memo).isEqualTo("café");
        assertThat(wish.getFirst().memo(" ").memo()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> wish.getFirst().memo("a\nb"));
        assertThatIllegalArgumentException().isThrownBy(() -> wish.getFirst().memo("\ud800"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wish.getFirst().memo("x".repeat(201)));
    }

    @Test
    void hasOriginalAmountsAtARateThatCanBeKept() {
        assertThat(new Original(EUR, 0, new BigDecimal("11000.000")))
                .isEqualTo(new Original(EUR, 0, new BigDecimal("1.1E4")));
        for (var rate : List.of("0", "-1", "0.0000000000001", "1000000000000")) {
            assertRefused("ledger.bad-rate", () -> new Original(EUR, 1, new BigDecimal(rate)));
        }
    }

    private static NewEntry of(List<NewPosting> postings) {
        return entry("k", DAY, postings.toArray(NewPosting[]::new));
    }
}
