package id.patungan.grants.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.grants.rates.ExchangeRates.Asked;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Audit;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** The register of exchange rates: sourced, never guessed, never changed. */
@DatabaseTest
class ExchangeRatesTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate MARCH_15 = LocalDate.of(2006, 3, 15);

    private final ExchangeRates rates;
    private final RateFile file;
    private final Audit audit;
    private final SuperUser superUser;
    private final Town town;
    private final Access finance;

    @Autowired
    ExchangeRatesTest(
            ExchangeRates rates,
            RateFile file,
            Audit audit,
            SuperUser superUser,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.rates = rates;
        this.file = file;
        this.audit = audit;
        this.superUser = superUser;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = town.finance();
    }

    private static NewRate rate(String on, String rate, String source, @Nullable String reason) {
        return new NewRate(
                EUR, RateDate.read(on), NewRate.rate(rate), source, "https://kurs.example", reason);
    }

    private Access as(Role role, Scope scope) {
        return new Access(
                new Viewer("x", "X", List.of(new Permission(role, town.body(), scope))),
                town.body());
    }

    private RateFile.Outcome read(String csv, boolean dryRun) {
        return file.read(
                finance,
                "kurs.csv",
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                dryRun);
    }

    @Test
    void aRateIsRecordedOnceAndFoundForItsVeryDay() {
        var first = rates.record(finance, rate("15-03-2006", "11.043,25", "BI", null));
        var again = rates.record(finance, rate("2006-03-15", "11043.25", "BI", null));
        rates.record(finance, rate("03-2006", "11000", "InforEuro", null));

        assertThat(again).isEqualTo(first);
        assertThat(first.rate()).isEqualTo(new BigDecimal("11043.25"));
        var table = rates.table(finance, EUR);
        assertThat(table.ofDay(MARCH_15).source()).isEqualTo("BI");
        assertThat(table.ofMonth(MARCH_15).rate()).isEqualTo(new BigDecimal("11000"));
        assertThat(rates.list(finance, new Asked(EUR, RateKind.MONTH, 2006))).hasSize(1);
        assertThat(rates.list(finance, new Asked(EUR, null, 2005))).isEmpty();
        assertThat(rates.list(finance, new Asked(null, null, null))).hasSize(2);
    }

    @Test
    void theDayBeforeIsNoAnswer() {
        rates.record(finance, rate("2006-03-14", "11043", "BI", null));
        rates.record(finance, rate("2006-02", "11000", "InforEuro", null));
        var table = rates.table(finance, EUR);

        assertThatExceptionOfType(RatesException.class)
                .isThrownBy(() -> table.ofDay(MARCH_15))
                .withMessage(
                        "There is no rate of EUR for 2006-03-15; enter it under exchange rates,"
                                + " with its source");
        assertThatExceptionOfType(RatesException.class)
                .isThrownBy(() -> table.ofMonth(MARCH_15))
                .withMessageContaining("for 2006-03;");
    }

    @Test
    void aCorrectionReplacesForLaterUseAndTheOldOneStays() {
        rates.record(finance, rate("2006-03-15", "11403.25", "BI", null));
        var corrected =
                rates.record(finance, rate("2006-03-15", "11043.25", "BI", "Angka tertukar"));

        assertThat(corrected.replaces()).isEqualTo(1);
        assertThat(corrected.reason()).isEqualTo("Angka tertukar");
        assertThat(rates.table(finance, EUR).ofDay(MARCH_15).no()).isEqualTo(2);
        assertThat(rates.list(finance, new Asked(EUR, null, null)))
                .extracting(ExchangeRate::no, ExchangeRate::replacedBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, null),
                        org.assertj.core.groups.Tuple.tuple(1, 2));
        assertThat(audit.trail(finance, null))
                .filteredOn(event -> event.action().equals("exchange-rate.record"))
                .hasSize(2)
                .first()
                .satisfies(event -> {
                    assertThat(event.before()).contains("11403.25");
                    assertThat(event.after()).contains("11043.25", "Angka tertukar");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2006-03-15 | 1    | BI  |         | rates.already
                    2006-03-15 | 11043 | ECB |        | rates.already
                    2006-03-16 | 1    | BI  | koreksi | rates.nothing-to-correct
                    2999-01-01 | 1    | BI  |         | rates.in-future
                    2999-01    | 1    | BI  |         | rates.in-future
                    """)
    void whatContradictsIsRefusedAndNothingIsStored(
            String on, String rate, String source, @Nullable String reason, String code) {
        rates.record(finance, rate("2006-03-15", "11043", "BI", null));
        var wish = rate(on, rate, source, reason);

        assertThatExceptionOfType(RatesException.class)
                .isThrownBy(() -> rates.record(finance, wish))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
        assertThat(rates.list(finance, new Asked(null, null, null))).hasSize(1);
    }

    @Test
    void theBooksOwnCurrencyHasNoRate() {
        var wish =
                new NewRate(
                        Currency.getInstance("IDR"),
                        RateDate.of(MARCH_15),
                        BigDecimal.ONE,
                        "BI",
                        null,
                        null);

        assertThatExceptionOfType(RatesException.class)
                .isThrownBy(() -> rates.record(finance, wish))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("rates.book-currency"));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "''", "abc", "1e3", "1234567890123", "0.0000000000001", "1 000"})
    void whatIsNoRateIsRefused(String typed) {
        assertThatExceptionOfType(RatesException.class)
                .isThrownBy(() -> NewRate.rate(typed))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("rates.bad-rate"));
    }

    @Test
    void whatCanMeanTwoRatesIsAskedAndBothAnswersCanBeTyped() {
        assertThatExceptionOfType(RatesException.class)
                .isThrownBy(() -> NewRate.rate("17.512"))
                .withMessage("'17.512' can mean 17512 or 17.5120; write one of these");
        assertThat(NewRate.rate("17512")).isEqualTo("17512");
        assertThat(NewRate.rate("17.5120")).isEqualTo("17.512");
        assertThat(NewRate.rate("17.512,35")).isEqualTo("17512.35");
        assertThat(NewRate.rate("17,512.35")).isEqualTo("17512.35");
    }

    @ParameterizedTest
    @CsvSource({"XAU", "XXX", "eur", "EURO", "''", "Rp"})
    void whatIsNoCurrencyIsRefused(String code) {
        assertThatExceptionOfType(RatesException.class)
                .isThrownBy(() -> NewRate.currency(code))
                .satisfies(
                        refused -> assertThat(refused.code()).isEqualTo("rates.unknown-currency"));
    }

    @ParameterizedTest
    @CsvSource({"2006-13", "13-2006", "31-02-2006", "0001-01-01", "3000-01", "''", "2006", "x"})
    void whatIsNeitherDayNorMonthIsRefused(String text) {
        assertThatExceptionOfType(RatesException.class)
                .isThrownBy(() -> RateDate.read(text))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("rates.not-a-day"));
    }

    @Test
    void aFileIsReadWholeAndASecondTimeAddsNothing() {
        var csv =
                """
                currency;on;rate;source;document
                EUR;15/03/2006;11.043,25;BI;JISDOR
                EUR;2006-03;11000;InforEuro;
                USD;2006-03-15;9150;BI;
                """;

        assertThat(read(csv, true)).isEqualTo(new RateFile.Outcome(3, 3, false));
        assertThat(rates.list(finance, new Asked(null, null, null))).isEmpty();
        assertThat(read(csv, false)).isEqualTo(new RateFile.Outcome(3, 3, true));
        assertThat(read(csv, false)).isEqualTo(new RateFile.Outcome(3, 0, true));
        assertThat(rates.table(finance, EUR).ofDay(MARCH_15).document()).isEqualTo("JISDOR");
        assertThat(read("currency,on,rate,source,reason\nUSD,2006-03-15,9155,BI,Salah\n", false))
                .isEqualTo(new RateFile.Outcome(1, 1, true));
        assertThat(rates.table(finance, Currency.getInstance("USD")).ofDay(MARCH_15).rate())
                .isEqualTo("9155");
    }

    @Test
    void everyProblemOfAFileIsNamedWithItsPlaceAndNothingIsStored() {
        rates.record(finance, rate("2006-03-15", "11043", "BI", null));
        var csv =
                """
                currency,on,rate,source
                EUR,2006-03-15,11044,BI
                EUR,2006-03-16,17.512,BI
                EURO,2006-02-30,0,
                EUR,2006-03-17,11000,
                EUR,2006-03-18,11000,BI
                EUR,18-03-2006,11001,BI
                IDR,2006-03-18,1,BI
                """;

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> read(csv, false))
                .satisfies(refused ->
                        assertThat(refused.problems())
                                .extracting(Problem::line, Problem::column, Problem::code)
                                .extracting(Object::toString)
                                .containsExactly(
                                        "(2, 3, \"rates.already\")",
                                        "(3, 3, \"rates.ambiguous\")",
                                        "(4, 1, \"rates.unknown-currency\")",
                                        "(4, 2, \"rates.not-a-day\")",
                                        "(4, 3, \"rates.bad-rate\")",
                                        "(5, 4, \"rates.missing\")",
                                        "(7, 2, \"rates.twice-in-file\")",
                                        "(8, 1, \"rates.book-currency\")"));
        assertThat(rates.list(finance, new Asked(null, null, null))).hasSize(1);
    }

    @Test
    void aFileWithoutRatesIsRefused() {
        for (var csv :
                List.of(
                        "",
                        "currency,on,rate,source\n",
                        "currency,rate\nEUR,1\n",
                        "x".repeat(100_000))) {
            assertThatExceptionOfType(InputException.class).isThrownBy(() -> read(csv, false));
        }
    }

    @Test
    void whoReadsTheBooksReadsThemAndWhoKeepsTheBooksRecordsThem() {
        var wish = rate("2006-03-15", "11043", "BI", null);
        var sleman = Objects.requireNonNull(town.ids().get(Kartamantul.SLEMAN));
        var auditor = as(Role.AUDITOR, new Scope.All());
        var treasurer = as(Role.TREASURER, new Scope.OneParty(sleman));
        for (var other : List.of(auditor, treasurer)) {
            assertThatExceptionOfType(AccessException.class)
                    .isThrownBy(() -> rates.record(other, wish));
            assertThatExceptionOfType(AccessException.class)
                    .isThrownBy(() ->
                            file.read(other, "f", new ByteArrayInputStream(new byte[0]), false));
        }
        assertThat(rates.list(auditor, new Asked(null, null, null))).isEmpty();
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> rates.list(treasurer, new Asked(null, null, null)));
    }

    @Test
    void theDatabaseItselfRefusesToChangeARateOrToReplaceAnOldOne() throws SQLException {
        rates.record(finance, rate("2006-03-15", "11403", "BI", null));
        rates.record(finance, rate("2006-03-15", "11043", "BI", "Angka tertukar"));
        var row =
                "INSERT INTO exchange_rate (book_id, rate_no, currency, kind, day, rate, source,"
                        + " replaces, reason, recorded_by, recorded_at) VALUES (%d, %s, 'x',"
                        + " UTC_TIMESTAMP(6))";
        var book = town.body().value();

        refused("UPDATE exchange_rate SET rate = 1 WHERE book_id = " + book, "RATE-02");
        refused("DELETE FROM exchange_rate WHERE book_id = " + book, "RATE-02");
        refused(row.formatted(book, "3, 'EUR', 'day', '2006-03-15', 1, 'BI', 1, 'x'"), "RATE-03");
        refused(
                row.formatted(book, "3, 'EUR', 'day', '2006-03-15', 1, 'BI', NULL, NULL"),
                "RATE-03");
        refused(
                row.formatted(book, "5, 'EUR', 'day', '2006-03-16', 1, 'BI', NULL, NULL"),
                "RATE-01");
        refused(
                row.formatted(book, "3, 'EUR', 'month', '2006-03-16', 1, 'BI', NULL, NULL"),
                "ck_exchange_rate_kind");
    }

    private void refused(String statement, String because) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> superUser.execute(statement))
                .withMessageContaining(because);
    }
}
