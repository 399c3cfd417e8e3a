package id.patungan.forecasting.papers;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.DuesSpreadWords;
import id.patungan.forecasting.indicators.IndicatorCode;
import id.patungan.forecasting.indicators.IndicatorWords;
import id.patungan.forecasting.indicators.Threshold;
import id.patungan.forecasting.indicators.Value;
import id.patungan.forecasting.pages.ForecastWords;
import id.patungan.forecasting.papers.ReportLayout.Shape;
import id.patungan.forecasting.papers.ReportLayout.Table;
import id.patungan.forecasting.projection.Outlook;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables of the first page. */
final class ReportTables {

    /** What the table of the first page shows, in its order. */
    private static final List<IndicatorCode> KEY =
            List.of(
                    IndicatorCode.RESERVE_MONTHS,
                    IndicatorCode.RUNWAY,
                    IndicatorCode.TOP_1,
                    IndicatorCode.TOP_3,
                    IndicatorCode.HHI_PAYER,
                    IndicatorCode.DONOR_DEPENDENCY,
                    IndicatorCode.EXTERNAL_DEPENDENCY,
                    IndicatorCode.COLLECTION,
                    IndicatorCode.STRUCTURAL_BALANCE,
                    IndicatorCode.GRANT_CLIFF,
                    IndicatorCode.UPLIFT);

    private final ReportWords said;
    private final SustainabilityReport report;
    private final ForecastWords words;
    private final IndicatorWords indicators;
    private final Outlook outlook;
    private final DuesRise rise;
    private final MessageSource messages;
    private final int mostMembers;

    /**
     * @param mostMembers that are listed, those with the largest dues
     */
    ReportTables(ReportWords said, MessageSource messages, int mostMembers) {
        this.said = said;
        this.report = said.report();
        this.words = said.words();
        this.indicators = said.indicators();
        this.outlook = report.forecast().changed().outlook();
        this.rise = report.rise();
        this.messages = messages;
        this.mostMembers = mostMembers;
    }

    /** From top to bottom. */
    List<Table> all() {
        return List.of(key(), happening(), members());
    }

    private String text(String key, Object... arguments) {
        return said.text(key, arguments);
    }

    private Table key() {
        var all = indicators.rows(report.indicators());
        var rows = new ArrayList<List<String>>();
        for (var code : KEY) {
            var row = all.stream().filter(one -> one.code().equals(code.code())).findFirst();
            if (row.isEmpty()) continue;
            var cells = new ArrayList<String>();
            cells.add(row.get().name());
            row.get().before().forEach(point -> cells.add(point.value()));
            cells.add(row.get().value());
            cells.add(status(row.get()));
            rows.add(cells);
        }
        var heads = new ArrayList<String>();
        heads.add(words.text("sustainability.column.indicator"));
        all.getFirst().before().forEach(point -> heads.add(point.year()));
        heads.add(words.formats().shortDate(report.asOf()));
        heads.add(text("column.status"));
        return new Table(Shape.INDICATORS, text("indicators"), heads, rows, below());
    }

    private @Nullable String below() {
        var notes = new ArrayList<String>();
        if (KEY.stream().allMatch(code -> said.of(code).threshold() == null)) {
            notes.add(text("no-thresholds"));
        }
        if (report.indicators().partial()) {
            notes.add(
                    words.text(
                            "sustainability.partial",
                            Integer.toString(report.asOf().getYear()),
                            said.date(report.asOf())));
        }
        return notes.isEmpty() ? null : String.join(" ", notes);
    }

    /** How it stands to the body's own threshold, or why it has no value. */
    private String status(IndicatorWords.Row row) {
        var reason = row.reason();
        var threshold = row.threshold();
        if (threshold != null) {
            return text(
                    "threshold",
                    reason == null ? row.status() : reason,
                    threshold,
                    owner(row.code()));
        }
        if (reason != null) return reason;
        return row.code().equals(IndicatorCode.RESERVE_MONTHS.code()) ? text("benchmark") : "";
    }

    private String owner(String code) {
        return IndicatorCode.of(code)
                .map(said::of)
                .flatMap(one -> Optional.ofNullable(one.threshold()))
                .map(Threshold::owner)
                .orElse("");
    }

    private Table happening() {
        var rows = new ArrayList<List<String>>();
        for (var one : report.cases()) {
            rows.add(
                    List.of(
                            said.happens(one),
                            words.lasts(outlook, one.runway()),
                            words.amount(one.lowest()),
                            words.end(outlook, one.month()),
                            dues(one)));
        }
        return new Table(
                Shape.CASES,
                text("cases"),
                List.of(
                        text("column.case"),
                        text("column.out"),
                        text("column.lowest", words.formats().unit()),
                        text("column.when"),
                        text("column.dues")),
                rows,
                text("cases.note", words.month(outlook.from())));
    }

    private String dues(WhatIf of) {
        var dues = of.dues();
        if (of.lowest() >= 0) return text("dues.none");
        return dues == null ? text("dues.not-enough") : "+" + words.percent(dues) + "%";
    }

    private Table members() {
        var worst = rise.worst();
        var planned = worst == null ? "" : Integer.toString(worst.year());
        var rows = new ArrayList<List<String>>();
        var reasons = new LinkedHashSet<String>();
        var uplift = said.of(IndicatorCode.UPLIFT).value();
        for (var one : shown()) {
            var booked = one.booked();
            rows.add(
                    List.of(
                            words.party(one.party()),
                            words.amount(booked == null ? 0 : booked.dues()),
                            money(booked == null ? uplift : booked.extra(), reasons),
                            words.amount(one.dues()),
                            one.rise() == null
                                    ? words.text("sustainability.undefined")
                                    : signed(one.rise()),
                            weight(booked == null ? uplift : booked.weight(), reasons)));
            if (one.rise() == null) reasons.add(text("rise.undefined"));
        }
        return new Table(
                Shape.MEMBERS,
                text("members"),
                List.of(
                        words.text("sustainability.column.member"),
                        text("column.booked", Integer.toString(report.asOf().getYear())),
                        text("column.even"),
                        text("column.planned", planned),
                        text("column.rise", planned),
                        text("column.weight")),
                rows,
                note(rows, reasons));
    }

    private @Nullable String note(List<List<String>> rows, Set<String> reasons) {
        if (rows.isEmpty()) return text("members.none");
        var notes = new ArrayList<String>();
        var left = rise.members().size() - rows.size();
        if (left > 0) notes.add(text("members.more", Integer.toString(left)));
        if (!reasons.isEmpty()) {
            notes.add(text("members.undefined", String.join("; ", reasons)));
        }
        var spread = rise.spread();
        if (spread != null) {
            notes.add(DuesSpreadWords.sentence(spread, messages, words.formats().language()));
        }
        notes.add(text("members.note"));
        return String.join(" ", notes);
    }

    /** Those who owe most where not all fit, in the order of their codes. */
    private List<DuesRise.Member> shown() {
        var all = rise.members();
        if (all.size() <= mostMembers) return all;
        var largest =
                all.stream()
                        .sorted(Comparator.comparingLong(DuesRise.Member::dues).reversed())
                        .limit(mostMembers)
                        .toList();
        return all.stream().filter(largest::contains).toList();
    }

    private String money(Value value, Set<String> reasons) {
        var reason = indicators.reason(value);
        if (reason != null) reasons.add(reason);
        return value instanceof Value.Exact(var number)
                ? signed(number.rounded(0, RoundingMode.HALF_UP).longValueExact())
                : words.text("sustainability.undefined");
    }

    private String signed(long amount) {
        return (amount > 0 ? "+" : "") + words.amount(amount);
    }

    private String weight(Value value, Set<String> reasons) {
        var reason = indicators.reason(value);
        if (reason != null) reasons.add(reason);
        return value instanceof Value.Exact(var weight)
                ? words.formats()
                                .number(
                                        weight.times(Fraction.HUNDRED)
                                                .rounded(4, RoundingMode.HALF_UP))
                        + "%"
                : words.text("sustainability.undefined");
    }
}
