package id.patungan.forecasting.papers;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.documents.PaperBody;
import id.patungan.documents.PaperSignatory;
import id.patungan.forecasting.ExaminationJson;
import id.patungan.forecasting.ForecastJson;
import id.patungan.forecasting.indicators.SustainabilityJson;
import id.patungan.forecasting.pages.BookedYear;
import id.patungan.forecasting.papers.SustainabilityReport.Known;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * A report as the register freezes it and as programs read it. Amounts are in main units with a
 * point, percentages of a rise are {@code 1/3} of one percent.
 *
 * @param report its name
 * @param scenario number and version of a saved one; null for the base or one from a file
 */
record ReportContent(
        String report,
        PaperBody body,
        LocalDate asOf,
        Known known,
        @Nullable String scenario,
        List<PaperSignatory> signatories,
        LocalDate signed,
        SustainabilityJson indicators,
        Map<String, Object> forecast,
        Map<String, Object> examination,
        List<Year> booked,
        List<Case> cases,
        @Nullable Rise rise) {

    /** A year of the books: income by funding class, expense. */
    record Year(int year, Map<String, String> income, String expense) {

        static Year of(BookedYear one, Currency currency) {
            var income = new java.util.TreeMap<String, String>();
            one.income().forEach((key, amount) -> income.put(key, money(amount, currency)));
            return new Year(one.year(), income, money(one.expense(), currency));
        }
    }

    /**
     * What happens if somebody stops.
     *
     * @param months until free cash is below zero; null if it never is
     * @param lowestIn number of the month at whose end it is lowest; 0 for now
     * @param dues the rise that closes it, in percent; null if none does
     */
    record Case(
            String kind,
            List<String> codes,
            @Nullable Integer months,
            String lowest,
            int lowestIn,
            @Nullable String dues) {

        static Case of(WhatIf one, Currency currency) {
            Fraction dues = one.dues();
            return new Case(
                    one.kind().code(),
                    one.codes(),
                    one.runway().beyond() ? null : one.runway().months(),
                    money(one.lowest(), currency),
                    one.month(),
                    dues == null ? null : dues.toShortText());
        }
    }

    /**
     * The rise of dues with which every whole year ahead pays for what recurs in it.
     *
     * @param year that asks for most
     * @param rate exact, a part of the dues that are paid; null if there is none
     */
    record Rise(
            int year,
            String need,
            String dues,
            String other,
            @Nullable String rate,
            List<Member> members) {

        /** A member's dues of that year, and the rise of them. */
        record Member(String party, String dues, @Nullable String rise) {}

        static @Nullable Rise of(DuesRise from, Currency currency) {
            var worst = from.worst();
            if (worst == null) return null;
            Fraction rate = from.rate();
            return new Rise(
                    worst.year(),
                    money(worst.need(), currency),
                    money(worst.dues(), currency),
                    money(worst.other(), currency),
                    rate == null ? null : rate.toString(),
                    from.members().stream().map(one -> member(one, currency)).toList());
        }

        private static Member member(DuesRise.Member one, Currency currency) {
            var rise = one.rise();
            return new Member(
                    one.party(),
                    money(one.dues(), currency),
                    rise == null ? null : money(rise, currency));
        }
    }

    static ReportContent of(SustainabilityReport of) {
        var currency = of.body().currency();
        return new ReportContent(
                "sustainability",
                of.body(),
                of.asOf(),
                of.known(),
                of.scenario(),
                of.signatories(),
                of.signed(),
                SustainabilityJson.of(of.indicators(), currency),
                ForecastJson.of(of.forecast()),
                ExaminationJson.of(of.examination()),
                of.booked().stream().map(one -> Year.of(one, currency)).toList(),
                of.cases().stream().map(one -> Case.of(one, currency)).toList(),
                Rise.of(of.rise(), currency));
    }

    private static String money(long amount, Currency currency) {
        return new Money(currency, amount).toDecimal().toPlainString();
    }
}
