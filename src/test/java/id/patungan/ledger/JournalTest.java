package id.patungan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.PartyId;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.List;

@DatabaseTest
class JournalTest {

    private static final LocalDate YEAR = LocalDate.of(2006, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2006, 12, 31);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2007, 1, 1);
    private static final FundCode GTZ = new FundCode("DONOR-GTZ");
    private static final FundCode UMUM = new FundCode("UMUM");

    @Autowired Books books;
    @Autowired Ledger ledger;
    @Autowired Journal journal;

    private Access finance;
    private Access sleman;
    private Access gtz;

    @BeforeEach
    void someEntries() {
        finance = TestBooks.open(books);
        sleman = limited("tri", Role.TREASURER, new Scope.OneParty(new PartyId(2)));
        gtz = limited("greta", Role.DONOR_VIEWER, new Scope.OneFund(GTZ));
        books.addFunds(
                finance,
                List.of(new Fund(GTZ, "GTZ", "GTZ", Restriction.RESTRICTED, null, null, true)));
        post(
                "dues",
                "2006-01-15",
                charge("34.71", 110_000_001),
                earned("34.71", 110_000_001),
                charge("34.04", 110_000_002),
                earned("34.04", 110_000_002),
                charge("34.02", 110_000_003),
                earned("34.02", 110_000_003));
        post("receipt-1", "2006-02-10", bank(40_000_000), paid("34.04", 40_000_000));
        post("receipt-2", "2006-02-11", bank(70_000_007), paid("34.02", 70_000_007));
        post(
                "donor",
                "2006-03-01",
                NewPosting.debit("11220", "DONOR-GTZ", 200_000_000_00L),
                NewPosting.credit("43100", "DONOR-GTZ", 200_000_000_00L));
        post(
                "meeting",
                "2006-03-20",
                NewPosting.debit("52300", "DONOR-GTZ", 6_000_000_00L),
                NewPosting.credit("11220", "DONOR-GTZ", 6_000_000_00L),
                NewPosting.debit("52300", "UMUM", 1_234_567_89L),
                NewPosting.credit("11200", "UMUM", 1_234_567_89L));
    }

    @Test
    void listsTheJournalNewestFirstWithTotals() {
        var page = journal.entries(finance, Filter.ALL);

        assertThat(page.entries()).extracting(Entry::no).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(page.count()).isEqualTo(5);
        assertThat(page.debit()).isEqualTo(page.credit());
        assertThat(page.entries().getLast().lines()).hasSize(6);
        assertThat(page.entries().getFirst().hash()).isEqualTo(journal.head(finance.body()).hash());
    }

    @Test
    void pagesShowThePartAndCountTheWhole() {
        var second = journal.entries(finance, Filter.ALL.paged(2, 2));

        assertThat(second.entries()).extracting(Entry::no).containsExactly(3L, 2L);
        assertThat(second.count()).isEqualTo(5);
        assertThat(second.pages()).isEqualTo(3);
    }

    @Test
    void filtersHoldForOneLineAndTotalsAreOfTheLinesFound() {
        var ofSleman = journal.entries(finance, filter(null, "34.04", null));
        var onBank = journal.entries(finance, filter("11200", null, null));
        var both = journal.entries(finance, filter("11200", "34.04", null));

        assertThat(ofSleman.entries()).extracting(Entry::no).containsExactly(2L, 1L);
        assertThat(ofSleman.debit()).isEqualTo(110_000_002_00L);
        assertThat(ofSleman.credit()).isEqualTo(150_000_002_00L);
        assertThat(onBank.entries()).extracting(Entry::no).containsExactly(5L, 3L, 2L);
        assertThat(onBank.debit()).isEqualTo(110_000_007_00L);
        assertThat(onBank.credit()).isEqualTo(1_234_567_89L);
        assertThat(both.entries()).isEmpty();
        assertThat(both.debit()).isZero();
    }

    @Test
    void wordsAreFoundInTextsAmountsInLinesAndNumbersAsNumbers() {
        assertThat(found("RECEIPT-2")).containsExactly(3L);
        assertThat(found("100%")).isEmpty();
        assertThat(found("4")).containsExactly(4L);
        assertThat(found("70.000.007", 70_000_007_00L)).containsExactly(3L);
    }

    @Test
    void aTreasurerHasNoJournalAndSeesOnlyItsLinesOfAnEntry() {
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> journal.entries(sleman, Filter.ALL))
                .matches(refusal -> refusal.kind() == DomainException.Kind.FORBIDDEN);
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> journal.trialBalance(sleman, LAST, Journal.HEAD));

        var dues = journal.entry(sleman, 1);

        assertThat(dues.lines()).extracting(Line::party).containsOnly("34.04");
        assertThat(dues.lines())
                .extracting(Line::amount)
                .containsExactly(110_000_002_00L, -110_000_002_00L);
        assertThat(journal.entry(sleman, 2).lines())
                .extracting(Line::amount)
                .containsExactly(-40_000_000_00L);
    }

    @Test
    void whatIsOutOfReachDoesNotExist() {
        for (var number : List.of(3L, 4L, 99L, 0L)) {
            assertThatExceptionOfType(AccessException.class)
                    .isThrownBy(() -> journal.entry(sleman, number))
                    .matches(refusal -> refusal.kind() == DomainException.Kind.NOT_FOUND)
                    .withMessage("There is no entry " + number + " that you may see");
        }
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> journal.partyBalance(sleman, "34.02", NEXT_YEAR, Journal.HEAD))
                .matches(refusal -> refusal.kind() == DomainException.Kind.NOT_FOUND);
        assertThatExceptionOfType(AccessException.class).isThrownBy(() -> journal.proof(sleman, 3));
    }

    @Test
    void aDonorSeesItsFundAloneInRowsCountsAndSums() {
        var page = journal.entries(gtz, Filter.ALL);
        var trial = journal.trialBalance(gtz, LAST, Journal.HEAD);

        assertThat(page.entries()).extracting(Entry::no).containsExactly(5L, 4L);
        assertThat(page.count()).isEqualTo(2);
        assertThat(page.debit()).isEqualTo(206_000_000_00L);
        assertThat(page.entries().getFirst().lines()).hasSize(2);
        assertThat(page.entries().getFirst().lines()).extracting(Line::fund).containsOnly(GTZ);
        assertThat(journal.entries(gtz, filter(null, "34.04", null)).count()).isZero();
        assertThat(trial.funds()).containsExactly(GTZ);
        assertThat(TrialBalance.totals(trial.rows(null)).balances()).isTrue();
        assertThat(journal.cashByFund(gtz, YEAR, NEXT_YEAR, Journal.HEAD))
                .containsExactly(new FundBalance(GTZ, 0, 200_000_000_00L, 6_000_000_00L));
        assertThat(journal.names(gtz).parties()).isEmpty();
        assertThat(journal.names(gtz).funds()).hasSize(1);
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> journal.requireFund(gtz, UMUM))
                .matches(refusal -> refusal.kind() == DomainException.Kind.NOT_FOUND);
    }

    @Test
    void aPartysMovementsRunFromOpeningToClosing() {
        var february = LocalDate.of(2006, 2, 1);
        var opening = journal.partyBalance(sleman, "34.04", february, Journal.HEAD);
        var movements = journal.partyMovements(sleman, "34.04", february, NEXT_YEAR, Journal.HEAD);

        assertThat(opening).isEqualTo(110_000_002_00L);
        assertThat(movements).extracting(Movement::amount).containsExactly(-40_000_000_00L);
        assertThat(movements.getLast().balance())
                .isEqualTo(journal.partyBalance(sleman, "34.04", NEXT_YEAR, Journal.HEAD))
                .isEqualTo(70_000_002_00L);
        assertThat(journal.partyMovements(finance, "34.04", february, NEXT_YEAR, Journal.HEAD))
                .isEqualTo(movements);
    }

    @Test
    void theBookIsReadAsItWasKnownWhateverIsPostedOrReversedLater() {
        var before = journal.trialBalance(finance, LAST, 5);
        var receipt = journal.entry(finance, 2);

        // dated before all receipts, and a reversal
        post("late", "2006-01-20", bank(5_000_000), paid("34.04", 5_000_000));
        ledger.reverse(finance, 2, LocalDate.of(2006, 4, 1), "Salah catat", "undo:2");

        assertThat(journal.trialBalance(finance, LAST, 5)).isEqualTo(before);
        assertThat(journal.partyBalance(finance, "34.04", NEXT_YEAR, 5)).isEqualTo(70_000_002_00L);
        assertThat(journal.partyBalance(finance, "34.04", NEXT_YEAR, 6)).isEqualTo(65_000_002_00L);
        assertThat(journal.partyBalance(finance, "34.04", NEXT_YEAR, Journal.HEAD))
                .isEqualTo(105_000_002_00L);
        assertThat(receipt.reversedBy()).isNull();
        assertThat(journal.entry(finance, 2).reversedBy()).isEqualTo(7);
        assertThat(journal.entry(finance, 7).reverses()).isEqualTo(2);
        assertThat(journal.entries(finance, Filter.ALL.known(5)).entries())
                .extracting(Entry::reversedBy)
                .containsOnlyNulls();
        assertThat(journal.entries(finance, Filter.ALL.known(5)).count()).isEqualTo(5);
    }

    @Test
    void theTrialBalanceOfADayLeavesOutWhatIsDatedLater() {
        var february = journal.trialBalance(finance, LocalDate.of(2006, 2, 28), Journal.HEAD);
        var march =
                journal.trialBalance(
                        finance, LocalDate.of(2006, 3, 1), LocalDate.of(2006, 3, 31), Journal.HEAD);

        assertThat(february.funds()).containsExactly(UMUM);
        assertThat(row(february, "11200")).isEqualTo(row("11200", 0, 110_000_007_00L, 0));
        assertThat(row(march, "11200")).isEqualTo(row("11200", 110_000_007_00L, 0, 1_234_567_89L));
        assertThat(TrialBalance.totals(march.rows(null)).balances()).isTrue();
        for (var fund : march.funds()) {
            assertThat(TrialBalance.totals(march.rows(fund)).balances()).isTrue();
        }
    }

    @Test
    void closingEntriesStayOutOfTheirYearAndAreInTheNextOnesOpening() {
        ledger.post(
                finance,
                new NewEntry(
                        LAST,
                        NewEntry.CLOSING,
                        "Penutup 2006",
                        "closing:2006",
                        null,
                        List.of(
                                NewPosting.debit("43100", "DONOR-GTZ", 200_000_000_00L),
                                NewPosting.credit("52300", "DONOR-GTZ", 6_000_000_00L),
                                NewPosting.credit("32000", "DONOR-GTZ", 194_000_000_00L))));

        var closed = journal.trialBalance(gtz, LAST, Journal.HEAD);
        var next = journal.trialBalance(gtz, LocalDate.of(2007, 1, 31), Journal.HEAD);

        assertThat(row(closed, "43100").closing()).isEqualTo(-200_000_000_00L);
        assertThat(closed.rows(null)).noneMatch(row -> row.account().value().equals("32000"));
        assertThat(next.rows(null)).noneMatch(row -> row.account().value().equals("43100"));
        assertThat(row(next, "32000").opening()).isEqualTo(-194_000_000_00L);
        assertThat(TrialBalance.totals(next.rows(null)).balances()).isTrue();
    }

    @Test
    void theCashOfAFundRunsOnAcrossPages() {
        var whole = journal.fundCash(finance, UMUM, YEAR, NEXT_YEAR, Journal.HEAD, 1, 100);
        var second = journal.fundCash(finance, UMUM, YEAR, NEXT_YEAR, Journal.HEAD, 2, 2);

        assertThat(whole.movements()).extracting(Movement::entryNo).containsExactly(2L, 3L, 5L);
        assertThat(whole.movements().getLast().balance()).isEqualTo(whole.closing());
        assertThat(second.movements()).isEqualTo(whole.movements().subList(2, 3));
        assertThat(second.count()).isEqualTo(3);
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(
                        () -> journal.fundCash(gtz, UMUM, YEAR, NEXT_YEAR, Journal.HEAD, 1, 100));
    }

    @Test
    void codesHaveNamesAsFarAsTheyAreReached() {
        assertThat(journal.names(finance).funds()).extracting(Names.Named::code).contains("UMUM");
        assertThat(journal.names(finance).parties()).hasSize(3);
        assertThat(journal.names(sleman).parties())
                .extracting(Names.Named::code)
                .containsExactly("34.04");
    }

    @Test
    void reportsEndTodayOrWithTheLastYearThatHasEntries() {
        assertThat(journal.reportingDay(finance, LocalDate.of(2006, 5, 1)))
                .isEqualTo(LocalDate.of(2006, 5, 1));
        assertThat(journal.reportingDay(finance, LocalDate.of(2009, 5, 1))).isEqualTo(LAST);
    }

    @Test
    void anotherBodysEntriesAreInNoAnswer() {
        var other = TestBooks.open(books);

        assertThat(journal.entries(other, Filter.ALL).count()).isZero();
        assertThatExceptionOfType(AccessException.class).isThrownBy(() -> journal.entry(other, 1));
        assertThat(journal.partyBalance(other, "34.04", NEXT_YEAR, Journal.HEAD)).isZero();
    }

    private Access limited(String handle, Role role, Scope scope) {
        return new Access(
                new Viewer(handle, handle, List.of(new Permission(role, finance.body(), scope))),
                finance.body());
    }

    private void post(String key, String on, NewPosting... postings) {
        ledger.post(
                finance,
                new NewEntry(
                        LocalDate.parse(on),
                        NewEntry.MANUAL,
                        "Transaksi " + key,
                        key,
                        "BK-" + key,
                        List.of(postings)));
    }

    private static NewPosting charge(String party, long rupiah) {
        return NewPosting.debit("11300", "UMUM", rupiah * 100).party(party).charge("AS/" + party);
    }

    private static NewPosting earned(String party, long rupiah) {
        return NewPosting.credit("41100", "UMUM", rupiah * 100).party(party);
    }

    private static NewPosting bank(long rupiah) {
        return NewPosting.debit("11200", "UMUM", rupiah * 100);
    }

    private static NewPosting paid(String party, long rupiah) {
        return NewPosting.credit("11300", "UMUM", rupiah * 100).party(party).charge("AS/" + party);
    }

    private static TrialBalance.Row row(TrialBalance trial, String account) {
        return trial.rows(null).stream()
                .filter(row -> row.account().value().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private static TrialBalance.Row row(String account, long opening, long debit, long credit) {
        return new TrialBalance.Row(new AccountCode(account), opening, debit, credit);
    }

    private List<Long> found(String text, Long... amounts) {
        return journal
                .entries(finance, filter(null, null, text, List.of(amounts)))
                .entries()
                .stream()
                .map(Entry::no)
                .toList();
    }

    private static Filter filter(
            @Nullable String account, @Nullable String party, @Nullable String text) {
        return filter(account, party, text, List.of());
    }

    private static Filter filter(
            @Nullable String account,
            @Nullable String party,
            @Nullable String text,
            List<Long> amounts) {
        return new Filter(
                null,
                null,
                account == null ? null : new AccountCode(account),
                null,
                party,
                null,
                text,
                amounts,
                null,
                null,
                null,
                1,
                10);
    }
}
