package id.patungan.contributions.letters;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page {@code reports/assessment-letter.jrxml}: composed texts, and rows in their order. */
final class LetterLayout {

    private final AssessmentLetter letter;
    private final String digest;
    private final LetterTexts texts;
    private final List<Map<String, ?>> rows = new ArrayList<>();

    LetterLayout(AssessmentLetter letter, String digest, LetterTexts texts) {
        this.letter = letter;
        this.digest = digest;
        this.texts = texts;
    }

    LetterPage page() {
        var composed =
                texts.frame(
                        letter.body(), letter.date(), letter.signatory(), letter.code(), digest);
        composed.put("number", letter.code());
        composed.put("nature", texts.text("letter.nature.text"));
        composed.put(
                "annex",
                letter.annexed()
                        ? texts.text("letter.annexed", letter.assessment())
                        : texts.text("letter.annex-apart", letter.assessment()));
        composed.put("subject", texts.text("letter.subject", letter.description()));
        composed.put(
                "addressee",
                Stream.of(
                                letter.addressee() == null
                                        ? letter.partyName()
                                        : letter.addressee(),
                                letter.address())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n")));
        composed.put(
                "opening",
                texts.text(
                        "letter.opening." + letter.kind(),
                        letter.legalText(),
                        letter.article(),
                        letter.description(),
                        Integer.toString(letter.year()),
                        texts.money(letter.total()),
                        letter.partyName()));
        figures();
        facts();
        return new LetterPage(composed, rows);
    }

    private void figures() {
        row("head", texts.text("letter.what"), texts.formats().symbol());
        item(texts.text("letter.share", letter.assessment()), letter.share());
        if (!letter.correction().isZero()) {
            item(texts.text("letter.correction"), letter.correction());
        }
        taken();
        if (!letter.paid().isZero()) {
            item(
                    texts.text("letter.paid", texts.formats().date(letter.date())),
                    letter.paid().negated());
        }
        row("total", texts.text("letter.due"), texts.amount(letter.due()));
        row("words", texts.text("in-words", texts.words(letter.due())), null);
        instalments();
        units();
    }

    private void taken() {
        var taken = letter.taken();
        if (taken == null) return;
        less("letter.credited", taken.credited());
        less("letter.written-off", taken.writtenOff());
        less("letter.in-kind", taken.inKind());
    }

    private void less(String key, Money amount) {
        if (!amount.isZero()) item(texts.text(key), amount.negated());
    }

    /** What of the total falls due when, if not all on one day. */
    private void instalments() {
        var instalments = letter.instalments();
        if (instalments == null || instalments.isEmpty()) return;
        row("head", texts.text("letter.instalments"), texts.formats().symbol());
        for (var one : instalments) {
            var day = texts.formats().date(one.due());
            item(
                    one.number() == 0
                            ? texts.text("letter.instalment.later", day)
                            : texts.text("letter.instalment", Integer.toString(one.number()), day),
                    one.amount());
        }
        gap();
    }

    /** Keeps what follows off a table that no total ends. */
    private void gap() {
        row("fact", "", "");
    }

    /** Which paying units carry it, by which route and account code. */
    private void units() {
        var units = letter.units();
        if (units == null || units.isEmpty()) return;
        row("head", texts.text("letter.units"), texts.formats().symbol());
        for (var one : units) {
            item(one.name() + "\n" + way(one), one.amount());
        }
        gap();
    }

    private String way(AssessmentLetter.Unit unit) {
        var route = unit.route();
        var account = unit.account();
        var source = unit.source();
        return Stream.of(
                        unit.code(),
                        route == null ? null : texts.other("paying.route." + route),
                        account == null
                                ? null
                                : texts.text(
                                        "letter.unit.account",
                                        account,
                                        String.valueOf(unit.nomenclature())),
                        route == null
                                ? null
                                : texts.other(
                                        "paying.evidence", texts.other("paying.evidence." + route)),
                        source == null ? null : texts.text("letter.unit.source", source))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" \u00b7 "));
    }

    private void facts() {
        var parts = letter.instalments();
        row(
                "fact",
                texts.text(
                        parts == null || parts.size() < 2
                                ? "letter.pay-until"
                                : "letter.pay-until.first"),
                texts.formats().date(letter.payUntil()));
        row("fact", texts.text("letter.bank"), letter.account().bank());
        row("fact", texts.text("letter.account"), letter.account().number());
        row("fact", texts.text("letter.holder"), letter.account().holder());
        row("fact", texts.text("letter.reference"), letter.reference());
        row(
                "text",
                texts.text(
                        letter.due().currency().getCurrencyCode().equals("IDR")
                                ? "letter.reference.why"
                                : "letter.reference.why.transfer"),
                null);
        row(
                "text",
                texts.text("letter.rule", rule(), letter.assessment(), letter.sheetDigest()),
                null);
        row("text", texts.text("letter.closing"), null);
        row("sign", null, null);
        if (!letter.copies().isEmpty()) {
            row("text", texts.text("letter.copies", String.join("\n", letter.copies())), null);
        }
    }

    private String rule() {
        var title = letter.ruleTitle() == null ? texts.text("letter.rule.own") : letter.ruleTitle();
        var version = letter.rule();
        return version == null
                ? title
                : texts.text(
                        "letter.rule.version",
                        title,
                        version.code(),
                        Integer.toString(version.version()));
    }

    private void item(String what, Money amount) {
        row("item", what, texts.amount(amount));
    }

    private void row(String kind, @Nullable String first, @Nullable String second) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("row", kind);
        row.put("c1", first);
        row.put("c2", second);
        rows.add(row);
    }
}
