package id.patungan.forecasting.papers;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.indicators.IndicatorCode;
import id.patungan.forecasting.indicators.Term;
import id.patungan.forecasting.pages.ForecastFindings;
import id.patungan.forecasting.pages.ForecastWords;
import id.patungan.forecasting.papers.ReportLayout.Answer;
import id.patungan.forecasting.projection.Outlook;

import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The answers to the four questions of the first page. */
final class ReportAnswers {

    /** Names in a sentence; where there are more, the table has them. */
    private static final int NAMED = 3;

    private final ReportWords said;
    private final SustainabilityReport report;
    private final ForecastWords words;
    private final ForecastFindings findings;
    private final Outlook outlook;
    private final DuesRise rise;

    ReportAnswers(ReportWords said) {
        this.said = said;
        this.report = said.report();
        this.words = said.words();
        this.findings = new ForecastFindings(report.forecast(), words);
        this.outlook = report.forecast().changed().outlook();
        this.rise = report.rise();
    }

    /** In the order of the questions. */
    List<Answer> all() {
        return List.of(lasting(), hanging(), stopping(), rising());
    }

    private String text(String key, Object... arguments) {
        return said.text(key, arguments);
    }

    private Answer lasting() {
        return new Answer(
                text("question.lasting"),
                text("answer.reserve", said.value(IndicatorCode.RESERVE_MONTHS))
                        + " "
                        + findings.answer()
                        + (findings.withoutCosts()
                                ? " "
                                        + words.text(
                                                "forecast.without-costs", said.date(report.asOf()))
                                : ""));
    }

    private Answer hanging() {
        var year = Integer.toString(report.asOf().getYear());
        var largest = largestPayers();
        if (largest.isEmpty()) {
            return new Answer(
                    text("question.hanging"),
                    text("answer.nobody", year, said.value(IndicatorCode.TOP_1)));
        }
        var share = said.value(IndicatorCode.TOP_1);
        var who =
                largest.size() == 1
                        ? text("answer.payer", largest.getFirst(), share, year)
                        : largest.size() <= NAMED
                                ? text("answer.payers", String.join(", ", largest), share, year)
                                : text(
                                        "answer.payers.equal",
                                        Integer.toString(largest.size()),
                                        share,
                                        year);
        return new Answer(
                text("question.hanging"),
                who
                        + " "
                        + text(
                                "answer.parts",
                                said.value(IndicatorCode.TOP_3),
                                said.value(IndicatorCode.EXTERNAL_DEPENDENCY),
                                said.value(IndicatorCode.DONOR_DEPENDENCY)));
    }

    /** The names of those who paid most; several if they paid the same. */
    private List<String> largestPayers() {
        var inputs = said.of(IndicatorCode.HHI_PAYER).inputs();
        if (inputs.isEmpty()) return List.of();
        var sums = new TreeMap<String, Long>();
        for (var part : inputs.getFirst().parts()) {
            sums.merge(payer(part.label()), part.amount(), Math::addExact);
        }
        var most = sums.values().stream().max(Comparator.naturalOrder());
        return sums.entrySet().stream()
                .filter(one -> most.filter(one.getValue()::equals).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private String payer(Term.Label label) {
        return label.unnamed() || label.payer().isEmpty()
                ? words.text("sustainability.unnamed")
                : label.payer();
    }

    private Answer stopping() {
        var sentences = new ArrayList<String>();
        var same = new ArrayList<String>();
        for (var one : report.cases()) {
            if (one.kind() == WhatIf.Kind.AS_IS) continue;
            if (one.same()) same.add(said.happens(one));
            else sentences.add(sentence(one));
        }
        if (!same.isEmpty()) {
            sentences.add(
                    same.size() > NAMED
                            ? text("then.same.several", Integer.toString(same.size()))
                            : text("then.same", String.join("; ", same)));
        }
        var ends = ends();
        if (ends.isEmpty()) {
            var ended = ended();
            if (!ended.isEmpty()) {
                sentences.addFirst(text("answer.ended", String.join("; ", ended)));
            }
            sentences.addFirst(text("answer.no-giver"));
        } else {
            sentences.add(text("answer.ends", String.join("; ", ends)));
        }
        return new Answer(text("question.stopping"), String.join(" ", sentences));
    }

    /** The awards that still run, with the month of their end. */
    private List<String> ends() {
        return WhatIf.running(outlook).stream()
                .map(one -> text("end", one.code(), words.month(one.last())))
                .distinct()
                .toList();
    }

    /** The awards that are over, with the month of their end, the last ones first. */
    private List<String> ended() {
        var last = new TreeMap<String, YearMonth>();
        for (var award : outlook.awards()) {
            last.merge(
                    award.code(), award.last(), (one, other) -> one.isAfter(other) ? one : other);
        }
        return last.entrySet().stream()
                .sorted(Map.Entry.<String, YearMonth>comparingByValue().reversed())
                .limit(NAMED)
                .map(one -> text("end.over", one.getKey(), words.month(one.getValue())))
                .toList();
    }

    private String sentence(WhatIf of) {
        var name = said.happens(of);
        var lowest = words.money(of.lowest());
        var when = words.end(outlook, of.month());
        if (of.runway().beyond()) {
            return text("then.lasts", name, Integer.toString(of.runway().months()), lowest, when);
        }
        if (of.runway().months() == 0) return text("then.now", name, lowest, when);
        return text(
                "then.out",
                name,
                words.month(outlook.month(of.runway().months() - 1)),
                Integer.toString(of.runway().months()),
                lowest,
                when);
    }

    private Answer rising() {
        var advice = report.forecast().advice();
        var said = new ArrayList<String>();
        said.add(yearly());
        if (advice.lowest() < 0) {
            var dues = advice.dues();
            said.add(
                    dues == null
                            ? text(
                                    "answer.reserve-needed",
                                    words.money(advice.reserve()),
                                    findings.ways().getFirst().text())
                            : text(
                                    "answer.dues-needed",
                                    words.percent(dues),
                                    words.money(advice.reserve())));
        }
        return new Answer(text("question.rising"), String.join(" ", said));
    }

    /** What closes the worst of the whole years ahead. */
    private String yearly() {
        var worst = rise.worst();
        var rate = rise.rate();
        if (worst == null || worst.need() <= 0) return text("answer.rise.no-need");
        var year = Integer.toString(worst.year());
        if (rate == null) {
            return text("answer.rise.no-dues", year, words.money(worst.missing()));
        }
        if (rate.signum() <= 0) {
            return text(
                    "answer.rise.room",
                    year,
                    percent(rate.negated()),
                    words.money(Math.negateExact(worst.missing())));
        }
        var members =
                rise.members().stream()
                        .filter(one -> one.rise() != null && one.dues() > 0)
                        .toList();
        var each =
                members.size() > NAMED
                        ? text("answer.rise.table", Integer.toString(members.size()))
                        : members.stream()
                                .map(one ->
                                        text(
                                                "answer.rise.member",
                                                words.party(one.party()),
                                                words.money(Objects.requireNonNull(one.rise()))))
                                .collect(Collectors.joining("; "));
        return text(
                "answer.rise",
                percent(rate),
                year,
                words.money(worst.missing()),
                words.money(worst.need()),
                each);
    }

    /** A part of one in percent with one decimal, two where it would be less than one. */
    private String percent(Fraction part) {
        var percent = part.times(Fraction.HUNDRED);
        var decimals = percent.compareTo(Fraction.ONE) < 0 ? 2 : 1;
        return words.formats().number(percent.rounded(decimals, RoundingMode.HALF_UP));
    }
}
