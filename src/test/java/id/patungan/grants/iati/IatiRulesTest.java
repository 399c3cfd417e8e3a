package id.patungan.grants.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import id.patungan.basics.Money;
import id.patungan.grants.iati.IatiActivity.ActivityDate;
import id.patungan.grants.iati.IatiActivity.Budget;
import id.patungan.grants.iati.IatiActivity.Country;
import id.patungan.grants.iati.IatiActivity.Head;
import id.patungan.grants.iati.IatiActivity.Organisation;
import id.patungan.grants.iati.IatiActivity.Party;
import id.patungan.grants.iati.IatiActivity.Result;
import id.patungan.grants.iati.IatiActivity.Sector;
import id.patungan.grants.iati.IatiActivity.Transaction;
import id.patungan.grants.iati.IatiActivity.Value;
import id.patungan.grants.iati.IatiActivity.Words;
import id.patungan.grants.iati.IatiCode.BudgetStatus;
import id.patungan.grants.iati.IatiCode.BudgetType;
import id.patungan.grants.iati.IatiCode.DateType;
import id.patungan.grants.iati.IatiCode.OrganisationType;
import id.patungan.grants.iati.IatiCode.ResultType;
import id.patungan.grants.iati.IatiCode.TransactionType;
import id.patungan.grants.iati.IatiRules.Broken;
import id.patungan.grants.iati.IatiRules.Rule;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Each rule that the schema does not hold has a case that breaks it, and nothing else. */
class IatiRulesTest {

    private static final LocalDate DAY = LocalDate.of(2006, 1, 1);
    private static final Value ONE = new Value(new Money(Currency.getInstance("IDR"), 100), DAY);
    private static final IatiActivity GOOD = IatiSamples.grant();

    static Stream<Rule> rules() {
        return Arrays.stream(Rule.values());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachIsNamed(Rule rule) {
        var file = Objects.requireNonNull(BREAKING.get(rule), "a case for " + rule);

        assertThat(IatiRules.check(file, IatiSamples.TODAY))
                .extracting(Broken::rule)
                .contains(rule);
    }

    @Test
    void theGoodOneBreaksNone() {
        assertThat(IatiRules.check(file(GOOD), IatiSamples.TODAY)).isEmpty();
    }

    @Test
    void aBudgetOfAYearIsNotTooLongAndADayMoreIs() {
        assertThat(broken(budget(DAY, LocalDate.of(2006, 12, 31)))).isEmpty();
        assertThat(broken(budget(DAY, LocalDate.of(2007, 1, 1))))
                .containsExactly(
                        new Broken(
                                GOOD.head().identifier(),
                                Rule.BUDGET_YEAR,
                                "2006-01-01 \u2013 2007-01-01"));
        assertThat(broken(budget(LocalDate.of(2004, 2, 29), LocalDate.of(2005, 2, 27)))).isEmpty();
    }

    @Test
    void percentagesAreAllThereOrThereIsOne() {
        var half = BigDecimal.valueOf(50);
        assertThat(broken(sectors(sector("15112", half), sector("43030", half)))).isEmpty();
        assertThat(broken(sectors(sector("15112", new BigDecimal("100.0"))))).isEmpty();
        assertThat(broken(sectors(sector("15112", half))))
                .extracting(Broken::value)
                .containsExactly("50");
        assertThat(broken(sectors(sector("15112", half), new Sector("1", "43030", null, null))))
                .extracting(Broken::rule)
                .containsExactly(Rule.SECTOR_SHARES);
    }

    @Test
    void anEmptyFileDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IatiFile(Instant.EPOCH, List.of()));
    }

    @Test
    void spendingIsSummedByMonthAndLineAndNamesNobody() {
        var spender = new Party(GOOD.head().reporting(), null);
        var costs =
                List.of(
                        IatiSamples.cost(DAY.plusDays(20), "A", "Pelatihan", 300),
                        IatiSamples.cost(DAY, "A", "Pelatihan", 200),
                        IatiSamples.cost(DAY, "B", "Rapat", 50),
                        IatiSamples.cost(DAY, "C", "Sewa", 70),
                        IatiSamples.cost(DAY, "C", "Sewa", -70),
                        IatiSamples.cost(DAY.plusMonths(1), "A", "Pelatihan", 10));

        var made = MonthlySpending.transactions(costs, spender);

        assertThat(made)
                .extracting(
                        Transaction::date,
                        one -> one.value().amount().minorUnits(),
                        one -> one.description())
                .containsExactly(
                        tuple(DAY.plusDays(20), 500L, Words.of("Pelatihan")),
                        tuple(DAY, 50L, Words.of("Rapat")),
                        tuple(DAY.plusMonths(1), 10L, Words.of("Pelatihan")));
        assertThat(made).allSatisfy(one -> assertThat(one.receiver()).isNull());
        assertThat(made)
                .allSatisfy(one -> assertThat(one.type()).isEqualTo(TransactionType.EXPENDITURE));
    }

    private static final Map<Rule, IatiFile> BREAKING = new EnumMap<>(Rule.class);

    static {
        BREAKING.put(Rule.OWN_IDENTIFIER, identified("ID-KSD-KARTAMANTUL"));
        BREAKING.put(Rule.PREFIX, identified("ID-KSD-KARTAMANTULGTZ"));
        BREAKING.put(Rule.CHARACTERS, identified("ID-KSD-KARTAMANTUL-1/2005"));
        BREAKING.put(Rule.ONCE, new IatiFile(Instant.EPOCH, List.of(GOOD, GOOD)));
        var head = GOOD.head();
        BREAKING.put(
                Rule.REPORTING,
                file(
                        headed(
                                new Head(
                                        head.identifier(),
                                        new Organisation(null, OrganisationType.OTHER, "X"),
                                        head.title(),
                                        head.description(),
                                        null,
                                        head.currency()))));
        BREAKING.put(
                Rule.TEXT,
                file(
                        headed(
                                new Head(
                                        head.identifier(),
                                        head.reporting(),
                                        Words.of(" "),
                                        head.description(),
                                        null,
                                        head.currency()))));
        BREAKING.put(Rule.PARTICIPANT, file(changed(List.of(), GOOD.dates())));
        BREAKING.put(Rule.START, dated(DateType.PLANNED_END, DAY));
        BREAKING.put(
                Rule.ORDER,
                file(
                        changed(
                                GOOD.participants(),
                                List.of(
                                        new ActivityDate(DateType.PLANNED_START, DAY),
                                        new ActivityDate(
                                                DateType.PLANNED_END, DAY.minusDays(1))))));
        BREAKING.put(Rule.NOT_YET, dated(DateType.ACTUAL_START, IatiSamples.TODAY.plusDays(1)));
        BREAKING.put(Rule.SECTOR, file(sectors()));
        BREAKING.put(Rule.SECTOR_CODE, file(sectors(sector("151", null))));
        BREAKING.put(
                Rule.SECTOR_SHARES, file(sectors(sector("15112", null), sector("43030", null))));
        BREAKING.put(
                Rule.COUNTRY_SHARES,
                file(placed(List.of(new Country("ID", null), new Country("TL", null)))));
        BREAKING.put(Rule.BUDGET_YEAR, file(budget(DAY, DAY.plusYears(1))));
        BREAKING.put(
                Rule.COMPLETE,
                file(
                        with(
                                GOOD.countries(),
                                GOOD.sectors(),
                                List.of(),
                                List.of(
                                        new Result(
                                                ResultType.OUTPUT, Words.of("1.1"), List.of())))));
    }

    private static List<Broken> broken(IatiActivity one) {
        return IatiRules.check(file(one), IatiSamples.TODAY);
    }

    private static IatiFile file(IatiActivity one) {
        return new IatiFile(Instant.EPOCH, List.of(one));
    }

    private static IatiFile identified(String identifier) {
        var head = GOOD.head();
        return file(
                headed(
                        new Head(
                                identifier,
                                head.reporting(),
                                head.title(),
                                head.description(),
                                head.updated(),
                                head.currency())));
    }

    private static IatiActivity headed(Head head) {
        return new IatiActivity(
                head,
                GOOD.participants(),
                GOOD.status(),
                GOOD.dates(),
                GOOD.countries(),
                GOOD.sectors(),
                GOOD.defaults(),
                GOOD.budgets(),
                GOOD.planned(),
                GOOD.transactions(),
                GOOD.documents(),
                GOOD.results());
    }

    private static IatiFile dated(DateType type, LocalDate date) {
        return file(changed(GOOD.participants(), List.of(new ActivityDate(type, date))));
    }

    private static IatiActivity changed(
            List<IatiActivity.Participant> participants, List<ActivityDate> dates) {
        return new IatiActivity(
                GOOD.head(),
                participants,
                GOOD.status(),
                dates,
                GOOD.countries(),
                GOOD.sectors(),
                GOOD.defaults(),
                GOOD.budgets(),
                GOOD.planned(),
                GOOD.transactions(),
                GOOD.documents(),
                GOOD.results());
    }

    private static Sector sector(String code, @Nullable BigDecimal part) {
        return new Sector(null, code, part, null);
    }

    private static IatiActivity sectors(Sector... sectors) {
        return with(GOOD.countries(), List.of(sectors), List.of(), List.of());
    }

    private static IatiActivity placed(List<Country> countries) {
        return with(countries, GOOD.sectors(), List.of(), List.of());
    }

    private static IatiActivity budget(LocalDate from, LocalDate until) {
        return with(
                GOOD.countries(),
                GOOD.sectors(),
                List.of(new Budget(BudgetType.REVISED, BudgetStatus.INDICATIVE, from, until, ONE)),
                List.of());
    }

    private static IatiActivity with(
            List<Country> countries,
            List<Sector> sectors,
            List<Budget> budgets,
            List<Result> results) {
        return new IatiActivity(
                GOOD.head(),
                GOOD.participants(),
                GOOD.status(),
                GOOD.dates(),
                countries,
                sectors,
                GOOD.defaults(),
                budgets,
                GOOD.planned(),
                GOOD.transactions(),
                GOOD.documents(),
                results);
    }
}
