package id.patungan.forecasting.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.indicators.Flow.Charged;
import id.patungan.forecasting.indicators.Material.AwardFund;
import id.patungan.forecasting.indicators.Material.Balance;
import id.patungan.forecasting.indicators.Material.Budget;
import id.patungan.forecasting.indicators.Material.Claim;
import id.patungan.forecasting.indicators.Material.Due;
import id.patungan.forecasting.indicators.Material.Gifts;
import id.patungan.forecasting.indicators.Threshold.Side;
import id.patungan.forecasting.indicators.Value.Reason;
import id.patungan.forecasting.projection.Runway;
import id.patungan.ledger.Restriction;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The worked figures of the guide, and every edge that it decides. */
class IndicatorsTest {

    private static final LocalDate END = LocalDate.of(2006, 12, 31);
    private static final long JUTA = 100_000_000L;

    private static final Payer YOGYA = new Payer("34.71", "Kota Yogyakarta");
    private static final Payer SLEMAN = new Payer("34.04", "Kabupaten Sleman");
    private static final Payer BANTUL = new Payer("34.02", "Kabupaten Bantul");
    private static final Payer GTZ = new Payer("gtz", "GTZ");
    private static final Payer JABAR = new Payer("32", "Provinsi Jawa Barat");

    /** What a test changes of an empty year. */
    private static final class Year {

        private final LocalDate asOf;
        private final List<Flow> flows = new ArrayList<>();
        private final List<Balance> balances = new ArrayList<>();
        private final List<Claim> claims = new ArrayList<>();
        private final Map<String, AwardFund> awards = new java.util.HashMap<>();
        private final Map<String, Budget> budgets = new java.util.HashMap<>();
        private Gifts gifts = Gifts.NONE;
        private int months = 12;

        Year() {
            this(END);
        }

        Year(LocalDate asOf) {
            this.asOf = asOf;
        }

        Year income(
                String account, @Nullable String fundingClass, @Nullable Payer payer, long amount) {
            return income(account, fundingClass, payer, "UMUM", null, amount);
        }

        Year income(
                String account,
                @Nullable String fundingClass,
                @Nullable Payer payer,
                String fund,
                @Nullable Charged charged,
                long amount) {
            flows.add(
                    new Flow(
                            true,
                            account,
                            fundingClass,
                            fund,
                            restriction(fund),
                            payer == null ? null : payer.code(),
                            payer,
                            charged,
                            amount));
            return this;
        }

        Year expense(String account, String fund, long amount) {
            flows.add(
                    new Flow(
                            false,
                            account,
                            null,
                            fund,
                            restriction(fund),
                            null,
                            null,
                            null,
                            amount));
            return this;
        }

        Year balance(boolean asset, String account, String fund, long amount) {
            balances.add(new Balance(asset, account, fund, restriction(fund), amount));
            return this;
        }

        /** Dues of the year with what was paid; what is left was due on a day. */
        Year dues(Payer payer, long net, long paid, LocalDate due) {
            claims.add(
                    new Claim(
                            "AS-1/" + payer.code(),
                            "AS-1",
                            payer,
                            Charged.DUES,
                            asOf.getYear(),
                            net,
                            paid,
                            List.of(new Due(due, net - paid))));
            return income("41100", "D1", payer, "UMUM", Charged.DUES, net);
        }

        Material material() {
            return new Material(
                    asOf.withDayOfYear(1),
                    asOf,
                    1,
                    Currency.getInstance("IDR"),
                    months,
                    asOf.withDayOfYear(1),
                    flows,
                    flows,
                    gifts,
                    gifts,
                    balances,
                    claims,
                    awards,
                    budgets);
        }

        Indicators worked() {
            return Indicators.of(material(), List.of(), Map.of(), _ -> Optional.empty());
        }
    }

    private static Restriction restriction(String fund) {
        return fund.startsWith("HIBAH")
                ? Restriction.CONDITIONAL
                : fund.startsWith("DONOR")
                        ? Restriction.RESTRICTED
                        : switch (fund) {
                            case "TITIPAN" -> Restriction.AGENCY;
                            case "CADANGAN" -> Restriction.DESIGNATED;
                            case "PROYEK" -> Restriction.PROJECT;
                            default -> Restriction.UNRESTRICTED;
                        };
    }

    private static Value value(Indicators of, IndicatorCode code) {
        return of.get(code).value();
    }

    private static Fraction exact(Indicators of, IndicatorCode code) {
        return value(of, code) instanceof Value.Exact(var number)
                ? number
                : Fraction.of(Long.MIN_VALUE);
    }

    private static String shown(Indicators of, IndicatorCode code, int decimals) {
        return exact(of, code).rounded(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    private static Value undefined(Reason reason) {
        return new Value.Undefined(reason);
    }

    private static Year threeEqualPayers() {
        return new Year()
                .dues(YOGYA, 110 * JUTA, 110 * JUTA, END)
                .dues(SLEMAN, 110 * JUTA, 110 * JUTA, END)
                .dues(BANTUL, 110 * JUTA, 110 * JUTA, END);
    }

    @Test
    void threeEqualPayersHaveAnIndexOfAThirdAndNormalisedNone() {
        var worked = threeEqualPayers().worked();

        assertThat(exact(worked, IndicatorCode.HHI_PAYER)).isEqualTo(Fraction.of(1, 3));
        assertThat(shown(worked, IndicatorCode.HHI_PAYER, 4)).isEqualTo("0.3333");
        assertThat(exact(worked, IndicatorCode.HHI_PAYER_NORMALISED)).isEqualTo(Fraction.ZERO);
        assertThat(exact(worked, IndicatorCode.TOP_1)).isEqualTo(Fraction.of(1, 3));
        assertThat(exact(worked, IndicatorCode.TOP_3)).isEqualTo(Fraction.ONE);
        assertThat(exact(worked, IndicatorCode.HHI_CLASS)).isEqualTo(Fraction.ONE);
        assertThat(value(worked, IndicatorCode.HHI_CLASS_NORMALISED))
                .isEqualTo(undefined(Reason.ONE_CLASS));
    }

    /** J1: one of thirteen members pays. */
    @Test
    void javapromoHangsOnOnePayer() {
        var worked = new Year().dues(SLEMAN, 1_500 * JUTA, 0, END).worked();

        assertThat(exact(worked, IndicatorCode.HHI_PAYER)).isEqualTo(Fraction.ONE);
        assertThat(value(worked, IndicatorCode.HHI_PAYER_NORMALISED))
                .isEqualTo(undefined(Reason.ONE_PAYER));
        assertThat(exact(worked, IndicatorCode.TOP_1)).isEqualTo(Fraction.ONE);
    }

    /**
     * Hypothetical: in the source GTZ's support (K1) and the members' 330 juta (K2) follow each
     * other; here they fall into one year.
     */
    @Test
    void gtzBesideTheDuesAsAHypotheticalOverlap() {
        var year =
                threeEqualPayers()
                        .income("43100", "D3", GTZ, "DONOR-GTZ", null, 200 * JUTA)
                        .expense("51100", "UMUM", 330 * JUTA)
                        .expense("52400", "DONOR-GTZ", 200 * JUTA);
        var worked = year.worked();

        assertThat(exact(worked, IndicatorCode.DONOR_DEPENDENCY)).isEqualTo(Fraction.of(20, 53));
        assertThat(shown(worked, IndicatorCode.DONOR_DEPENDENCY, 3)).isEqualTo("0.377");
        assertThat(shown(worked, IndicatorCode.HHI_PAYER, 4)).isEqualTo("0.2716");
        assertThat(exact(worked, IndicatorCode.MEMBER_SHARE)).isEqualTo(Fraction.of(33, 53));
        assertThat(exact(worked, IndicatorCode.STRUCTURAL_BALANCE))
                .isEqualTo(Fraction.of(-200 * JUTA));
        assertThat(exact(worked, IndicatorCode.STRUCTURAL_GAP)).isEqualTo(Fraction.of(20, 53));
        assertThat(exact(worked, IndicatorCode.UPLIFT)).isEqualTo(Fraction.of(200, 330));
        assertThat(shown(worked, IndicatorCode.UPLIFT, 3)).isEqualTo("0.606");
        assertThat(worked.members())
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.weight()).isEqualTo(undefined(Reason.NO_BUDGET)));
        // Who gets the two rupiah that three do not divide: the first by code
        assertThat(worked.members())
                .extracting(MemberUplift::extra)
                .containsExactly(
                        new Value.Exact(Fraction.of(6_666_666_700L)),
                        new Value.Exact(Fraction.of(6_666_666_700L)),
                        new Value.Exact(Fraction.of(6_666_666_600L)));
    }

    /** C1: three hibah on the budget of 2011, the running costs for the first twelve months. */
    @Test
    void ciayumajakuningFallsOffItsCliffInMonthTwelve() {
        var year =
                new Year(LocalDate.of(2011, 3, 31))
                        .income("42100", "D2", JABAR, "HIBAH-5", null, 300 * JUTA)
                        .income("41100", "D1", YOGYA, 100 * JUTA);
        year.awards.put("HIBAH-5", new AwardFund("H5", JABAR, LocalDate.of(2012, 3, 31), false));
        assertThat(exact(year.worked(), IndicatorCode.GRANT_CLIFF)).isEqualTo(Fraction.of(3, 4));

        year.awards.put("HIBAH-5", new AwardFund("H5", JABAR, LocalDate.of(2012, 4, 1), false));
        assertThat(exact(year.worked(), IndicatorCode.GRANT_CLIFF)).isEqualTo(Fraction.ZERO);
    }

    @Test
    void withoutIncomeSharesAreUndefinedAndNeverZero() {
        var worked = new Year().expense("51100", "UMUM", JUTA).worked();

        for (var code :
                List.of(
                        IndicatorCode.DONOR_DEPENDENCY,
                        IndicatorCode.EXTERNAL_DEPENDENCY,
                        IndicatorCode.MEMBER_SHARE,
                        IndicatorCode.HHI_PAYER,
                        IndicatorCode.HHI_PAYER_NORMALISED,
                        IndicatorCode.HHI_CLASS,
                        IndicatorCode.TOP_1,
                        IndicatorCode.TOP_3,
                        IndicatorCode.GRANT_CLIFF)) {
            assertThat(value(worked, code)).as(code.code()).isEqualTo(undefined(Reason.NO_INCOME));
        }
        assertThat(exact(worked, IndicatorCode.SELF_FINANCING)).isEqualTo(Fraction.ZERO);
        assertThat(value(worked, IndicatorCode.COLLECTION))
                .isEqualTo(undefined(Reason.NOTHING_ASSESSED));
        assertThat(value(worked, IndicatorCode.DSO)).isEqualTo(undefined(Reason.NOTHING_ASSESSED));
        assertThat(value(worked, IndicatorCode.UPLIFT))
                .isEqualTo(undefined(Reason.NOTHING_COLLECTED));
        assertThat(value(worked, IndicatorCode.RESTRICTED_COVERAGE))
                .isEqualTo(undefined(Reason.NOTHING_RESTRICTED));
    }

    @ParameterizedTest
    @EnumSource(IndicatorCode.class)
    void aBodyWithoutBooksHasNoIndicatorAtAll(IndicatorCode code) {
        var year = new Year();
        year.months = 0;
        assertThat(value(year.worked(), code))
                .isEqualTo(undefined(code.projected() ? Reason.NO_PROJECTION : Reason.NO_BOOKS));
        assertThat(year.worked().empty()).isTrue();
    }

    @Test
    void payingUnitsAreOnePayerAndAgencyMoneyIsNobodys() {
        var worked =
                new Year()
                        .income("41100", "D1", SLEMAN, 50)
                        .income("41200", "D1", SLEMAN, 50)
                        .income("41100", "D1", YOGYA, 100)
                        .income("41210", "D2", BANTUL, "TITIPAN", null, 1_000)
                        .worked();

        assertThat(exact(worked, IndicatorCode.HHI_PAYER)).isEqualTo(Fraction.of(1, 2));
        assertThat(exact(worked, IndicatorCode.EXTERNAL_DEPENDENCY)).isEqualTo(Fraction.ZERO);
    }

    @Test
    void whoeverIsNotNamedIsAPayerOfItsOwnAndNeverDropped() {
        var year = new Year().income("41100", "D1", SLEMAN, 300).income("46100", "D0", null, 100);
        var worked = year.worked();

        assertThat(exact(worked, IndicatorCode.HHI_PAYER)).isEqualTo(Fraction.of(10, 16));
        var parts = worked.get(IndicatorCode.HHI_PAYER).inputs().getFirst().parts();
        assertThat(parts).anyMatch(one -> one.label().unnamed() && one.amount() == 100);
    }

    @Test
    void theGiverOfTheFundsAwardPaysWhereThePostingNamesNobody() {
        var year = new Year().income("43100", "D3", null, "DONOR-GTZ", null, 100);
        year.awards.put("DONOR-GTZ", new AwardFund("GTZ-1", GTZ, END, false));

        var parts = year.worked().get(IndicatorCode.TOP_1).inputs().getFirst().parts();
        assertThat(parts).singleElement().matches(one -> one.label().payer().equals("GTZ"));
    }

    @Test
    void inKindIsNoIncomeAndItsCostIsTakenOff() {
        var year =
                new Year()
                        .dues(SLEMAN, 100, 100, END)
                        .income("47100", null, SLEMAN, 60)
                        .expense("52500", "UMUM", 110)
                        .balance(true, "11200", "UMUM", 40);
        // 60 were given beside the dues, 30 instead of dues; 20 were paid
        year.gifts = new Gifts(60, 30);
        var worked = year.worked();

        assertThat(exact(worked, IndicatorCode.MEMBER_SHARE)).isEqualTo(Fraction.ONE);
        assertThat(exact(worked, IndicatorCode.SELF_FINANCING)).isEqualTo(Fraction.of(2));
        assertThat(exact(worked, IndicatorCode.RESERVE_MONTHS)).isEqualTo(Fraction.of(24));
        assertThat(worked.inKind()).isEqualTo(60);
    }

    @Test
    void theReserveLeavesOutDepreciationFixedAssetsRestrictedAndAgencyMoney() {
        var year =
                new Year()
                        .expense("51100", "UMUM", 120)
                        .expense("55100", "UMUM", 1_000)
                        .expense("58200", "UMUM", 1_000)
                        .expense("54100", "TITIPAN", 1_000)
                        .balance(true, "11200", "UMUM", 50)
                        .balance(true, "11200", "CADANGAN", 20)
                        .balance(false, "21100", "UMUM", -10)
                        .balance(true, "12100", "UMUM", 1_000)
                        .balance(true, "11210", "HIBAH-1", 1_000)
                        .balance(true, "11200", "PROYEK", 1_000)
                        .balance(true, "11200", "TITIPAN", 1_000);
        assertThat(exact(year.worked(), IndicatorCode.RESERVE_MONTHS)).isEqualTo(Fraction.of(6));

        // Books that are six months old: 120 in six months are 20 a month
        year.months = 6;
        assertThat(exact(year.worked(), IndicatorCode.RESERVE_MONTHS)).isEqualTo(Fraction.of(3));
    }

    @Test
    void oneOffItemsAreNeitherRecurringIncomeNorRecurringExpense() {
        var year =
                new Year()
                        .dues(SLEMAN, 100, 80, END)
                        .income("41100", "D1", YOGYA, "UMUM", Charged.LEVY, 500)
                        .income("41200", "D1", YOGYA, "PROYEK", Charged.PROJECT, 30)
                        .income("41210", "D2", JABAR, "PROYEK", Charged.PROJECT, 20)
                        .income("42100", "D2", JABAR, "HIBAH-1", null, 500)
                        .income("45100", "D5", null, 10)
                        .income("43100", "D3", GTZ, "DONOR-GTZ", null, 500)
                        .income("46100", "D0", null, 7)
                        .expense("51100", "UMUM", 110)
                        .expense("54100", "PROYEK", 50)
                        .expense("52100", "HIBAH-1", 300)
                        .expense("52400", "DONOR-GTZ", 40)
                        .expense("56100", "UMUM", 11)
                        .expense("57100", "UMUM", 12)
                        .expense("58100", "UMUM", 13);
        year.awards.put("HIBAH-1", new AwardFund("H1", JABAR, END, true));
        year.awards.put("DONOR-GTZ", new AwardFund("G1", GTZ, END, false));
        var worked = year.worked();

        // 100 + 30 + 20 + 10 against 110 + 50 + 40
        assertThat(exact(worked, IndicatorCode.STRUCTURAL_BALANCE)).isEqualTo(Fraction.of(-40));
        assertThat(exact(worked, IndicatorCode.STRUCTURAL_GAP)).isEqualTo(Fraction.of(40, 200));
        // (200 − 60) / 80 − 1
        assertThat(exact(worked, IndicatorCode.UPLIFT)).isEqualTo(Fraction.of(60, 80));
        var inputs = worked.get(IndicatorCode.STRUCTURAL_BALANCE).inputs();
        assertThat(inputs)
                .filteredOn(one -> one.key().equals("one-off"))
                .singleElement()
                .matches(one -> one.amount() == 336);
    }

    @Test
    void aNegativeUpliftIsHeadroom() {
        var worked =
                new Year()
                        .dues(SLEMAN, 100 * JUTA, 100 * JUTA, END)
                        .expense("51100", "UMUM", 80 * JUTA)
                        .worked();

        assertThat(exact(worked, IndicatorCode.UPLIFT)).isEqualTo(Fraction.of(-1, 5));
        assertThat(worked.members().getFirst().extra())
                .isEqualTo(new Value.Exact(Fraction.of(-20 * JUTA)));
    }

    @Test
    void weightInTheMembersOwnBudgetSaysWhyThereIsNone() {
        var year =
                new Year()
                        .dues(SLEMAN, 100 * JUTA, 100 * JUTA, END)
                        .dues(YOGYA, 100 * JUTA, 100 * JUTA, END)
                        .dues(BANTUL, 100 * JUTA, 100 * JUTA, END)
                        .expense("51100", "UMUM", 600 * JUTA);
        year.budgets.put(
                "34.04", new Budget("PAD", 2006, "IDR", BigDecimal.valueOf(10_000 * JUTA)));
        year.budgets.put("34.71", new Budget("PAD", 2006, "juta", null));
        year.budgets.put("34.02", new Budget("APBD", 2006, "IDR", BigDecimal.ZERO));

        assertThat(year.worked().members())
                .extracting(MemberUplift::weight)
                .containsExactly(
                        undefined(Reason.BUDGET_NOT_POSITIVE),
                        new Value.Exact(Fraction.of(200, 10_000)),
                        undefined(Reason.BUDGET_UNIT));
    }

    @Test
    void arrearsCountFromTheDayAfterTheBound() {
        var year =
                new Year()
                        .dues(SLEMAN, 100, 75, END.minusDays(31))
                        .dues(YOGYA, 100, 90, END.minusDays(30))
                        .dues(BANTUL, 200, 195, END.minusDays(361));
        var worked = year.worked();

        assertThat(exact(worked, IndicatorCode.ARREARS_30)).isEqualTo(Fraction.of(30, 400));
        assertThat(exact(worked, IndicatorCode.ARREARS_90)).isEqualTo(Fraction.of(5, 400));
        assertThat(exact(worked, IndicatorCode.ARREARS_360)).isEqualTo(Fraction.of(5, 400));
        assertThat(exact(worked, IndicatorCode.COLLECTION)).isEqualTo(Fraction.of(360, 400));
        assertThat(exact(worked, IndicatorCode.DSO)).isEqualTo(Fraction.of(40 * 365, 400));
    }

    @Test
    void coverageBelowOneShowsWhatWasBorrowedFromRestrictedMoney() {
        var intact =
                new Year()
                        .balance(true, "11210", "HIBAH-1", 90)
                        .balance(true, "11400", "HIBAH-1", 10)
                        .balance(false, "21400", "HIBAH-1", -100);
        assertThat(exact(intact.worked(), IndicatorCode.RESTRICTED_COVERAGE))
                .isEqualTo(Fraction.ONE);

        var lent =
                new Year()
                        .balance(true, "11210", "HIBAH-1", 60)
                        .balance(true, "19100", "HIBAH-1", 40)
                        .balance(false, "21400", "HIBAH-1", -100);
        assertThat(exact(lent.worked(), IndicatorCode.RESTRICTED_COVERAGE))
                .isEqualTo(Fraction.of(3, 5));

        // Restricted income that is not spent: the money is in net assets, and some went elsewhere
        var unconditional =
                new Year()
                        .balance(true, "11220", "DONOR-GTZ", 30)
                        .balance(true, "11320", "DONOR-GTZ", 50)
                        .balance(true, "19100", "DONOR-GTZ", 30)
                        .balance(false, "29100", "UMUM", -30);
        assertThat(exact(unconditional.worked(), IndicatorCode.RESTRICTED_COVERAGE))
                .isEqualTo(Fraction.of(1, 2));
    }

    @Test
    void inputsAddUpAndTheTrendEndsWithTheDay() {
        var before = new Year(LocalDate.of(2005, 12, 31)).income("41100", "D1", SLEMAN, 5);
        var worked =
                Indicators.of(
                        threeEqualPayers().material(),
                        List.of(before.material(), new Year(LocalDate.of(2004, 12, 31)).material()),
                        Map.of(),
                        _ -> Optional.empty());

        for (var one : worked.all()) {
            assertThat(one.trend())
                    .extracting(point -> point.on().getYear())
                    .containsExactly(2004, 2005, 2006);
            assertThat(one.trend().getLast().value()).isEqualTo(one.value());
            for (var input : one.inputs()) {
                assertThat(input.parts().stream().mapToLong(Term.Part::amount).sum())
                        .isEqualTo(input.amount());
            }
        }
        assertThat(worked.get(IndicatorCode.HHI_PAYER).trend())
                .extracting(Indicator.Point::value)
                .containsExactly(
                        undefined(Reason.NO_INCOME),
                        new Value.Exact(Fraction.ONE),
                        new Value.Exact(Fraction.of(1, 3)));
    }

    @Test
    void theBodysOwnThresholdDecidesTheStatusAndNoOther() {
        var threshold = threshold(IndicatorCode.TOP_1, Side.AT_MOST, Fraction.of(1, 3));
        var worked =
                Indicators.of(
                        threeEqualPayers().material(),
                        List.of(),
                        Map.of(
                                IndicatorCode.TOP_1,
                                threshold,
                                IndicatorCode.HHI_PAYER,
                                threshold(IndicatorCode.HHI_PAYER, Side.AT_LEAST, Fraction.ONE),
                                IndicatorCode.DSO,
                                threshold(IndicatorCode.DSO, Side.AT_MOST, Fraction.ONE)),
                        _ -> Optional.empty());

        assertThat(worked.get(IndicatorCode.TOP_1).status()).isEqualTo(Indicator.Status.MET);
        assertThat(worked.get(IndicatorCode.HHI_PAYER).status()).isEqualTo(Indicator.Status.MISSED);
        assertThat(worked.get(IndicatorCode.TOP_3).status()).isEqualTo(Indicator.Status.NONE);
        assertThat(worked.get(IndicatorCode.RESTRICTED_COVERAGE).status())
                .isEqualTo(Indicator.Status.UNDEFINED);
    }

    private static Threshold threshold(IndicatorCode code, Side side, Fraction bound) {
        return new Threshold(code, 1, side, bound, "Rapat", "BA-1", END, "finance", Instant.EPOCH);
    }

    @Test
    void runwaysComeFromTheProjection() {
        var worked = threeEqualPayers().worked();
        assertThat(value(worked, IndicatorCode.RUNWAY)).isEqualTo(undefined(Reason.NO_PROJECTION));

        var with =
                worked.with(IndicatorCode.RUNWAY, runways(new Runway(7, false)))
                        .with(IndicatorCode.RUNWAY_DONOR, runways(new Runway(60, true)));
        assertThat(exact(with, IndicatorCode.RUNWAY)).isEqualTo(Fraction.of(7));
        assertThat(value(with, IndicatorCode.RUNWAY_DONOR)).isEqualTo(new Value.Beyond(60));
        assertThatThrownBy(() -> worked.with(IndicatorCode.DSO, runways(new Runway(7, false))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Value> runways(Runway newest) {
        return List.of(Value.of(newest));
    }
}
