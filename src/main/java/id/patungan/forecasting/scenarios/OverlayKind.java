package id.patungan.forecasting.scenarios;

import static id.patungan.forecasting.scenarios.OverlayField.ACCOUNT;
import static id.patungan.forecasting.scenarios.OverlayField.AFTER;
import static id.patungan.forecasting.scenarios.OverlayField.AMOUNT;
import static id.patungan.forecasting.scenarios.OverlayField.AWARD;
import static id.patungan.forecasting.scenarios.OverlayField.COST;
import static id.patungan.forecasting.scenarios.OverlayField.CURRENCY;
import static id.patungan.forecasting.scenarios.OverlayField.FROM;
import static id.patungan.forecasting.scenarios.OverlayField.INCOME;
import static id.patungan.forecasting.scenarios.OverlayField.LEFT;
import static id.patungan.forecasting.scenarios.OverlayField.MODEL;
import static id.patungan.forecasting.scenarios.OverlayField.MONTHS;
import static id.patungan.forecasting.scenarios.OverlayField.NAME;
import static id.patungan.forecasting.scenarios.OverlayField.PARTY;
import static id.patungan.forecasting.scenarios.OverlayField.PERCENT;
import static id.patungan.forecasting.scenarios.OverlayField.PROBABILITY;
import static id.patungan.forecasting.scenarios.OverlayField.RAMP;
import static id.patungan.forecasting.scenarios.OverlayField.YEAR;

import id.patungan.forecasting.scenarios.Overlay.Left;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of changes with their fields, as files, forms and messages know them. */
public enum OverlayKind {
    /** See {@link Overlay.DonorExit}. */
    DONOR_EXIT,
    /** See {@link Overlay.AwardEnd}. */
    AWARD_END,
    /** See {@link Overlay.MemberDefault}. */
    MEMBER_DEFAULT,
    /** See {@link Overlay.LatePayment}. */
    LATE_PAYMENT,
    /** See {@link Overlay.LegislatureDelay}. */
    LEGISLATURE_DELAY,
    /** See {@link Overlay.Withdrawal}. */
    WITHDRAWAL,
    /** See {@link Overlay.DuesGrowth}. */
    DUES_GROWTH,
    /** See {@link Overlay.DuesChange}. */
    DUES_CHANGE,
    /** See {@link Overlay.Inflation}. */
    INFLATION,
    /** See {@link Overlay.CostChange}. */
    COST_CHANGE,
    /** See {@link Overlay.ExchangeRate}. */
    EXCHANGE_RATE,
    /** See {@link Overlay.BusinessUnit}. */
    BUSINESS_UNIT,
    /** See {@link Overlay.OrganisationModel}. */
    ORGANISATION_MODEL,
    /** See {@link Overlay.Reserve}. */
    RESERVE;

    /** As in files and messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it asks for, in the order in which people read it. */
    public List<OverlayField> fields() {
        return switch (this) {
            case DONOR_EXIT -> List.of(PARTY, AFTER);
            case AWARD_END -> List.of(AWARD, AFTER);
            case MEMBER_DEFAULT, DUES_CHANGE -> List.of(PARTY, FROM, PERCENT);
            case LATE_PAYMENT -> List.of(PARTY, MONTHS);
            case LEGISLATURE_DELAY -> List.of(YEAR, MONTHS);
            case WITHDRAWAL -> List.of(PARTY, FROM, LEFT);
            case DUES_GROWTH, INFLATION -> List.of(YEAR, PERCENT);
            case COST_CHANGE -> List.of(ACCOUNT, FROM, PERCENT);
            case EXCHANGE_RATE -> List.of(CURRENCY, FROM, PERCENT);
            case BUSINESS_UNIT -> List.of(NAME, FROM, INCOME, COST, RAMP, PROBABILITY);
            case ORGANISATION_MODEL -> List.of(MODEL, FROM);
            case RESERVE -> List.of(FROM, AMOUNT);
        };
    }

    /** Whether a field may be left empty: then it means all. */
    public boolean optional(OverlayField field) {
        return switch (this) {
            case LATE_PAYMENT, DUES_CHANGE -> field == PARTY;
            case COST_CHANGE -> field == ACCOUNT;
            default -> false;
        };
    }

    /** The kind of a change. */
    static OverlayKind of(Overlay overlay) {
        return switch (overlay) {
            case Overlay.DonorExit _ -> DONOR_EXIT;
            case Overlay.AwardEnd _ -> AWARD_END;
            case Overlay.MemberDefault _ -> MEMBER_DEFAULT;
            case Overlay.LatePayment _ -> LATE_PAYMENT;
            case Overlay.LegislatureDelay _ -> LEGISLATURE_DELAY;
            case Overlay.Withdrawal _ -> WITHDRAWAL;
            case Overlay.DuesGrowth _ -> DUES_GROWTH;
            case Overlay.DuesChange _ -> DUES_CHANGE;
            case Overlay.Inflation _ -> INFLATION;
            case Overlay.CostChange _ -> COST_CHANGE;
            case Overlay.ExchangeRate _ -> EXCHANGE_RATE;
            case Overlay.BusinessUnit _ -> BUSINESS_UNIT;
            case Overlay.OrganisationModel _ -> ORGANISATION_MODEL;
            case Overlay.Reserve _ -> RESERVE;
        };
    }

    /** The kind of that code. */
    public static Optional<OverlayKind> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /**
     * The change that its fields say.
     *
     * @throws ScenarioException naming the first field that is missing or cannot be read
     */
    Overlay read(OverlayValues said) {
        return switch (this) {
            case DONOR_EXIT -> new Overlay.DonorExit(said.text(PARTY), said.month(AFTER));
            case AWARD_END -> new Overlay.AwardEnd(said.text(AWARD), said.month(AFTER));
            case MEMBER_DEFAULT ->
                    new Overlay.MemberDefault(
                            said.text(PARTY), said.month(FROM), said.percent(PERCENT, 0, 100));
            case LATE_PAYMENT ->
                    new Overlay.LatePayment(said.textOrNull(PARTY), said.count(MONTHS, 1, LATEST));
            case LEGISLATURE_DELAY ->
                    new Overlay.LegislatureDelay(said.year(YEAR), said.count(MONTHS, 1, LATEST));
            case WITHDRAWAL ->
                    new Overlay.Withdrawal(
                            said.text(PARTY), said.month(FROM), said.choice(LEFT, Left.values()));
            case DUES_GROWTH ->
                    new Overlay.DuesGrowth(said.year(YEAR), said.percent(PERCENT, -50, 100));
            case DUES_CHANGE ->
                    new Overlay.DuesChange(
                            said.textOrNull(PARTY),
                            said.month(FROM),
                            said.percent(PERCENT, -100, 1000));
            case INFLATION ->
                    new Overlay.Inflation(said.year(YEAR), said.percent(PERCENT, -50, 100));
            case COST_CHANGE ->
                    new Overlay.CostChange(
                            said.account(ACCOUNT),
                            said.month(FROM),
                            said.percent(PERCENT, -100, 1000));
            case EXCHANGE_RATE ->
                    new Overlay.ExchangeRate(
                            said.currency(CURRENCY),
                            said.month(FROM),
                            said.percent(PERCENT, -100, 1000));
            case BUSINESS_UNIT ->
                    new Overlay.BusinessUnit(
                            said.text(NAME),
                            said.month(FROM),
                            said.amount(INCOME),
                            said.amount(COST),
                            said.count(RAMP, 0, 120),
                            said.percent(PROBABILITY, 0, 100));
            case ORGANISATION_MODEL ->
                    new Overlay.OrganisationModel(said.text(MODEL), said.month(FROM));
            case RESERVE -> new Overlay.Reserve(said.month(FROM), said.amount(AMOUNT));
        };
    }

    private static final int LATEST = Overlay.LATEST;
}
