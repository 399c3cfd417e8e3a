package id.patungan.forecasting.indicators;

import id.patungan.contributions.Assessment;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.OpenCharge;
import id.patungan.forecasting.indicators.Material.AwardFund;
import id.patungan.forecasting.indicators.Material.Budget;
import id.patungan.forecasting.indicators.Material.Claim;
import id.patungan.forecasting.indicators.Material.Due;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.Awards;
import id.patungan.ledger.Books;
import id.patungan.parties.IndicatorValue;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers what indicators are worked out from: the journal, charges, awards, members' budgets. */
@Component
class Gathering {

    /** Figures of the register that are a member's own budget, the better one first. */
    private static final List<String> BUDGETS = List.of("pad", "apbd");

    private static final int YEAR = 12;

    private final MaterialRepository sums;
    private final Contributions contributions;
    private final Assessments assessments;
    private final Awards awards;
    private final id.patungan.parties.Indicators figures;
    private final Parties parties;
    private final Books books;

    Gathering(
            MaterialRepository sums,
            Contributions contributions,
            Assessments assessments,
            Awards awards,
            id.patungan.parties.Indicators figures,
            Parties parties,
            Books books) {
        this.sums = sums;
        this.contributions = contributions;
        this.assessments = assessments;
        this.awards = awards;
        this.figures = figures;
        this.parties = parties;
        this.books = books;
    }

    /** What is the same for every day. */
    private record Common(
            Currency currency,
            @Nullable LocalDate firstDay,
            Map<String, Flow.Charged> charged,
            Map<String, AwardFund> awards,
            List<IndicatorValue> budgets) {}

    /** The material of several days, as known at an entry. */
    List<Material> gather(Access access, List<LocalDate> days, long knownAt) {
        var currency = books.get(access.body()).currency();
        var common =
                new Common(
                        currency,
                        sums.firstDay(access.body(), knownAt).orElse(null),
                        charged(access),
                        awardFunds(access),
                        figures.list(access, null, null));
        return days.stream().map(day -> of(access, day, knownAt, common)).toList();
    }

    private Material of(Access access, LocalDate day, long knownAt, Common common) {
        var body = access.body();
        var from = day.withDayOfYear(1);
        var first = common.firstDay();
        var months =
                first == null || first.isAfter(day)
                        ? 0
                        : (int)
                                Math.min(
                                        YEAR,
                                        1
                                                + ChronoUnit.MONTHS.between(
                                                        YearMonth.from(first),
                                                        YearMonth.from(day)));
        var recentFrom = YearMonth.from(day).minusMonths(Math.max(0, months - 1)).atDay(1);
        var year = sums.flows(body, from, day, knownAt, common.charged());
        var gifts = sums.gifts(body, from, day, knownAt);
        var same = recentFrom.equals(from);
        return new Material(
                from,
                day,
                knownAt,
                common.currency(),
                months,
                recentFrom,
                year,
                same || months == 0
                        ? year
                        : sums.flows(body, recentFrom, day, knownAt, common.charged()),
                gifts,
                same || months == 0 ? gifts : sums.gifts(body, recentFrom, day, knownAt),
                sums.balances(body, day, knownAt),
                contributions.openCharges(access, null, day, knownAt).stream()
                        .filter(one -> one.status() != OpenCharge.Status.CANCELLED)
                        .map(one -> claim(one, common.charged()))
                        .toList(),
                common.awards(),
                budgets(common, day.getYear()));
    }

    private Map<String, Flow.Charged> charged(Access access) {
        return assessments.list(access, null).stream()
                .collect(Collectors.toMap(Assessment.Summary::code, one -> charged(one.kind())));
    }

    private static Flow.Charged charged(NewAssessment.Kind kind) {
        return switch (kind) {
            case DUES -> Flow.Charged.DUES;
            case LEVY -> Flow.Charged.LEVY;
            case FINE -> Flow.Charged.FINE;
            case PROJECT -> Flow.Charged.PROJECT;
        };
    }

    private static Claim claim(OpenCharge charge, Map<String, Flow.Charged> charged) {
        var kind = charged.get(charge.assessment());
        if (kind == null) throw new IllegalStateException("No assessment " + charge.assessment());
        return new Claim(
                charge.charge(),
                charge.assessment(),
                new Payer(charge.party(), charge.partyName()),
                kind,
                Integer.parseInt(charge.period()),
                charge.collectable().minorUnits(),
                charge.paid().minorUnits(),
                charge.schedule().stream()
                        .map(part -> new Due(part.due(), part.open().minorUnits()))
                        .toList());
    }

    private Map<String, AwardFund> awardFunds(Access access) {
        var all = awards.all(access);
        var givers =
                parties.byCodes(
                        access,
                        all.stream()
                                .flatMap(one -> one.terms().stream())
                                .map(AwardTerms::giver)
                                .collect(Collectors.toSet()));
        var funds = new HashMap<String, AwardFund>();
        for (var award : all) {
            award.terms()
                    .ifPresent(terms -> {
                        var known = givers.get(terms.giver());
                        var giver =
                                new Payer(
                                        terms.giver(),
                                        known == null ? terms.giver() : known.name());
                        for (var purpose : terms.purposes()) {
                            var ends = purpose.to();
                            funds.put(
                                    purpose.fund(),
                                    new AwardFund(
                                            award.code(),
                                            giver,
                                            ends == null ? terms.to() : ends,
                                            purpose.once()));
                        }
                    });
        }
        return funds;
    }

    /** For each party its newest PAD that is not of a later year; where there is none, its APBD. */
    private static Map<String, Budget> budgets(Common common, int year) {
        var found = new HashMap<String, Budget>();
        for (var wanted : BUDGETS) {
            common.budgets().stream()
                    .filter(one -> one.figure().indicator().equalsIgnoreCase(wanted))
                    .filter(one -> one.figure().year() <= year)
                    .sorted(
                            Comparator.comparingInt((IndicatorValue one) -> one.figure().year())
                                    .reversed())
                    .forEach(one -> found.putIfAbsent(one.party(), budget(one, common.currency())));
        }
        return found;
    }

    private static Budget budget(IndicatorValue value, Currency currency) {
        var unit = value.figure().unit();
        var own =
                currency.getCurrencyCode().equals("IDR")
                        ? Set.of("idr", "rp", "rp.", "rupiah")
                        : Set.of(currency.getCurrencyCode().toLowerCase(Locale.ROOT));
        return new Budget(
                value.figure().indicator(),
                value.figure().year(),
                unit,
                own.contains(unit.toLowerCase(Locale.ROOT))
                        ? value.value()
                                .multiply(BigDecimal.TEN.pow(currency.getDefaultFractionDigits()))
                        : null);
    }
}
