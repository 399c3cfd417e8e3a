package id.patungan.grants.papers;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.Money;
import id.patungan.documents.PaperFormats;
import id.patungan.grants.papers.AwardPaper.Common;
import id.patungan.grants.papers.AwardPaper.Memo;
import id.patungan.grants.papers.AwardPaper.Rate;
import id.patungan.grants.papers.PaperLayout.Cell;
import id.patungan.grants.papers.PaperLayout.Check;
import id.patungan.grants.papers.PaperLayout.Column;
import id.patungan.grants.papers.PaperLayout.Fact;
import id.patungan.grants.papers.PaperLayout.Foot;
import id.patungan.grants.papers.PaperLayout.Head;
import id.patungan.grants.papers.PaperLayout.Part;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words of a paper in one language, and what all papers begin and end with. */
final class PaperWords {

    private final MessageSource messages;
    private final PaperFormats formats;
    private final AwardPaper paper;
    private final String digest;

    PaperWords(MessageSource messages, Locale language, AwardPaper paper, String digest) {
        this.messages = messages;
        this.paper = paper;
        this.digest = digest;
        var body = paper.common().body();
        this.formats = new PaperFormats(language, body.currency(), body.zone());
    }

    PaperFormats formats() {
        return formats;
    }

    /** The text of {@code awardpapers.<key>}. */
    String text(String key, Object... arguments) {
        return messages.getMessage("awardpapers." + key, arguments, formats.language());
    }

    private String inOther(String key) {
        var other = english() ? PaperFormats.INDONESIAN : Locale.ENGLISH;
        return messages.getMessage("awardpapers." + key, new Object[0], other);
    }

    boolean english() {
        return formats.language().equals(Locale.ENGLISH);
    }

    String name(String id, String en) {
        return english() ? en : id;
    }

    /** An amount of the book. */
    Cell amount(long minorUnits) {
        return new Cell.Amount(new Money(formats.currency(), minorUnits));
    }

    /** An amount in the award's currency. */
    Cell inAward(long minorUnits) {
        return new Cell.Amount(new Money(paper.common().currency(), minorUnits));
    }

    /** A column with the word for its key. */
    Column column(String key) {
        return Column.of(key, text("column." + key));
    }

    Column column(String key, String formula) {
        return new Column(key, text("column." + key), formula);
    }

    /** A column whose label names a currency. */
    Column column(String key, String currency, String label) {
        return Column.of(key, text("column." + label, currency));
    }

    /** An amount in the award's currency within a sentence. */
    String plain(long minorUnits) {
        return AmountFormat.amount(minorUnits, paper.common().currency(), formats.language());
    }

    /** The most that indirect costs may be of the direct ones. */
    String capped(@Nullable String cap) {
        return cap == null
                ? text("federal.no-cap")
                : text("federal.cap", formats.number(new BigDecimal(cap)));
    }

    /** An amount in the award's currency, where it is known. */
    Cell memo(@Nullable Memo memo) {
        return memo == null
                ? Cell.none()
                : new Cell.Amount(new Money(memo.currency(), memo.amount()));
    }

    /** The rates of a cost, each with its source and day. */
    Cell rates(@Nullable Memo memo) {
        if (memo == null) return Cell.none();
        return Cell.text(memo.rates().stream().map(this::rate).collect(Collectors.joining("\n")));
    }

    private String rate(Rate rate) {
        return formats.number(new BigDecimal(rate.rate())) + " \u00b7 " + source(rate);
    }

    private String source(Rate rate) {
        var source = rate.source();
        var on = rate.on();
        var when =
                on.length() == 7
                        ? month(YearMonth.parse(on))
                        : formats.shortDate(LocalDate.parse(on));
        if (source != null) return text("rate.register", source, when);
        if (rate.tranches().isEmpty()) return text("rate.entry", when);
        return text(
                rate.tranches().size() == 1 ? "rate.tranche" : "rate.tranches",
                String.join(", ", rate.tranches()),
                when);
    }

    private String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", formats.language()).format(month);
    }

    /** A note as it was typed in this language, with who wrote it and when. */
    String note(AwardNote note) {
        return text(
                "note.value",
                name(String.valueOf(note.textId()), String.valueOf(note.textEn())),
                note.by(),
                formats.shortDate(LocalDate.ofInstant(note.at(), formats.zone())));
    }

    /** With two decimals, half to even: a reading aid, nothing is calculated from it. */
    static Cell percent(long part, long whole) {
        if (whole == 0) return Cell.none();
        return new Cell.Percent(
                BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_EVEN));
    }

    String money(long minorUnits) {
        return formats.money(minorUnits);
    }

    String date(LocalDate date) {
        return formats.date(date);
    }

    /** The paper of a posting, and its entry. */
    String voucher(@Nullable String document, long entry) {
        var number = text("entry", formats.entryNo(entry));
        return document == null ? number : document + "\n" + number;
    }

    Head head(String kind) {
        var common = paper.common();
        return new Head(
                common.body(),
                text(kind + ".title"),
                inOther(kind + ".title"),
                text("period", date(paper.from()), date(paper.until())),
                common.body().sample() ? text("paper.stamp") : null,
                "%s_%s_%s_%s_%s_%s"
                        .formatted(
                                common.body().code(),
                                kind,
                                common.award(),
                                paper.from(),
                                paper.until(),
                                formats.language().getLanguage()));
    }

    /** Award, giver, agreement, amount, time. */
    List<Fact> facts() {
        var common = paper.common();
        var facts = new ArrayList<Fact>();
        facts.add(
                new Fact(
                        text("award"),
                        common.award() + " \u00b7 " + name(common.titleId(), common.titleEn())));
        facts.add(new Fact(text("giver"), common.giverName() + " (" + common.giver() + ")"));
        facts.add(
                new Fact(
                        text("agreement"),
                        text(
                                "agreement.value",
                                common.agreementNo(),
                                date(common.agreementDate()))));
        facts.add(new Fact(text("amount"), whole(common)));
        facts.add(
                new Fact(
                        text("runs"),
                        text("period", date(common.awardFrom()), date(common.awardTo()))));
        var sample = common.sample();
        if (sample != null) facts.add(new Fact(text("sample"), sample));
        return facts;
    }

    private String whole(Common common) {
        var inAward = new PaperFormats(formats.language(), common.currency(), formats.zone());
        return text("amount.value", inAward.money(common.amount()), inAward.words(common.amount()));
    }

    /** A paper between its usual head and foot. */
    PaperLayout layout(String kind, List<Part> parts, Check check) {
        return new PaperLayout(head(kind), facts(), parts, check, foot(), formats);
    }

    Foot foot() {
        var common = paper.common();
        var known = common.known();
        var place = common.body().place();
        var signed = date(common.signed());
        return new Foot(
                common.signatories(),
                common.signed(),
                text("paper.witnessed"),
                place == null ? signed : text("paper.placeDate", place, signed),
                List.of(
                        text(
                                "paper.foot",
                                common.award(),
                                formats.entryNo(known.entryNo()),
                                formats.instant(known.recordedAt())),
                        text(
                                "paper.digests",
                                formats.entryNo(known.entryNo()),
                                known.hash(),
                                digest)),
                known.recordedAt());
    }
}
