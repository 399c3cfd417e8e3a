package id.patungan.statements;

import id.patungan.contributions.Basis;
import id.patungan.documents.PaperFormats;
import id.patungan.statements.RegionStatement.Confirmed;
import id.patungan.statements.RegionStatement.Decision;
import id.patungan.statements.RegionStatement.Movement;
import id.patungan.statements.RegionStatement.Objection;
import id.patungan.statements.RegionStatement.Share;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceResourceBundle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a statement says in words and formatted figures, in one language: all renderings for people
 * take their sentences here, so that page and paper say the same.
 */
final class StatementTexts {

    private static final String NOT_APPLICABLE = "-";

    private final RegionStatement statement;
    private final MessageSource messages;
    private final PaperFormats formats;

    StatementTexts(RegionStatement statement, MessageSource messages, Locale language) {
        this.statement = statement;
        this.messages = messages;
        this.formats =
                new PaperFormats(language, statement.body().currency(), statement.body().zone());
    }

    public PaperFormats formats() {
        return formats;
    }

    /** The text of {@code statements.<key>}. */
    public String text(String key, Object... arguments) {
        return messages.getMessage("statements." + key, arguments, formats.language());
    }

    /** All texts, for a report template. */
    ResourceBundle labels() {
        return new MessageSourceResourceBundle(messages, formats.language());
    }

    String title() {
        return text("title", statement.party().name());
    }

    String period() {
        return text("period", formats.date(statement.from()), formats.date(statement.until()));
    }

    /** What the closing balance means: still to be paid, overpaid or nothing. */
    public String closingMeaning() {
        return text(
                switch (Long.signum(statement.closing())) {
                    case 1 -> "closing.owed";
                    case -1 -> "closing.credit";
                    default -> "closing.nil";
                });
    }

    /** The closing balance in words, without its sign, which the meaning says. */
    public String closingWords() {
        return formats.words(Math.absExact(statement.closing()));
    }

    String closingInWords() {
        return text("closing.words", closingMeaning(), closingWords());
    }

    String kind(Movement movement) {
        return text("kind." + word(movement));
    }

    /** Credit notes, write-offs and recoveries by their names; their reversals are corrections. */
    private static String word(Movement movement) {
        var paper = movement.documentNo();
        if (movement.kind() != RegionStatement.Kind.CORRECTION
                || movement.reverses() != null
                || paper == null) {
            return movement.kind().code();
        }
        return switch (paper.replaceAll("-.*", "")) {
            case "CN" -> "credit-note";
            case "WO" -> "write-off";
            case "RV" -> "recovery";
            default -> movement.kind().code();
        };
    }

    /** When the instalments of a charge fall due; null for all others. */
    @Nullable String instalments(Movement movement) {
        if (movement.instalments().isEmpty()) return null;
        return movement.instalments().stream()
                .map(one ->
                        text(
                                "instalment",
                                Integer.toString(one.number()),
                                formats.shortDate(one.due()),
                                formats.amount(one.amount().minorUnits())))
                .collect(Collectors.joining("; "));
    }

    @Nullable String basis(Movement movement) {
        var basis = movement.basis();
        return basis == null ? null : mark(basis.kind());
    }

    String mark(Basis.Kind kind) {
        return text("basis." + kind.code());
    }

    /** Which entry a reversed one is paired with; null for all others. */
    @Nullable String reversal(Movement movement) {
        var reverses = movement.reverses();
        var reversedBy = movement.reversedBy();
        if (reverses != null) {
            return text("reverses", formats.entryNo(reverses));
        }
        return reversedBy == null ? null : text("reversedBy", formats.entryNo(reversedBy));
    }

    /** The terms of the check line in order; between them stand {@link #checkOperators}. */
    List<String> checkTerms() {
        var check = statement.check();
        return List.of(
                text("check.opening", formats.amount(statement.opening())),
                text("check.charged", formats.amount(check.charged())),
                text("check.paid", formats.amount(check.paid())),
                text("check.adjusted", formats.amount(check.adjusted())),
                text("check.closing", formats.amount(statement.closing())));
    }

    /** The signs between the terms of the check line. */
    static List<String> checkOperators() {
        return List.of("+", "-", "\u00b1", "=");
    }

    String checkLine() {
        var line = new StringBuilder();
        var terms = checkTerms();
        for (int at = 0; at < terms.size(); at++) {
            if (at > 0) {
                line.append("  ").append(checkOperators().get(at - 1)).append("  ");
            }
            line.append(terms.get(at));
        }
        return line.toString();
    }

    /** The verdict, which names the ledger accounts compared with; only ever positive. */
    public String verdict() {
        var accounts =
                statement.accounts().stream()
                        .map(account ->
                                text(
                                        "check.account",
                                        account.account(),
                                        formats.amount(account.balance())))
                        .collect(Collectors.joining(text("check.and")));
        return text("check.ties", accounts);
    }

    /** What the region bears of each assessment; null if there is none. */
    public @Nullable String shares() {
        return statement.shares().isEmpty()
                ? null
                : statement.shares().stream().map(this::share).collect(Collectors.joining("; "));
    }

    private String share(Share share) {
        return text(
                "share",
                share.description(),
                percent(share.amount(), share.total()),
                formats.money(share.total()));
    }

    /** With four decimals, rounded half to even: a reading aid, nothing is calculated from it. */
    private String percent(long part, long whole) {
        if (whole == 0) {
            return NOT_APPLICABLE;
        }
        return formats.number(
                BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_EVEN));
    }

    public @Nullable String legalBases() {
        return statement.legalBases().isEmpty() ? null : String.join("; ", statement.legalBases());
    }

    /** What each paying unit carries, how it pays, what it has paid and owes. */
    public List<String> units() {
        return statement.units().stream()
                .map(unit ->
                        text(
                                unit.writtenOff() == 0 ? "unit" : "unit.written-off",
                                way(unit),
                                formats.money(unit.charged()),
                                formats.money(unit.paid()),
                                formats.money(unit.open()),
                                formats.money(unit.writtenOff())))
                .toList();
    }

    private String way(RegionStatement.Unit unit) {
        var name = unit.name();
        var route = unit.route();
        var account = unit.account();
        var source = unit.source();
        return Stream.of(
                        name == null ? text("unit.none") : name + " (" + unit.code() + ")",
                        route == null ? null : other("paying.route." + route),
                        account == null
                                ? null
                                : text(
                                        "unit.account",
                                        account,
                                        String.valueOf(unit.nomenclature())),
                        source == null ? null : text("unit.source", source))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private String other(String key) {
        return messages.getMessage(key, new Object[0], formats.language());
    }

    /** What was given in kind in the period, each with its value and what of it counted. */
    public List<String> gifts() {
        return statement.gifts().stream()
                .map(gift ->
                        text(
                                gift.counted() == 0 ? "gift.beside" : "gift",
                                gift.documentNo(),
                                gift.what(),
                                formats.date(gift.from()),
                                formats.date(gift.until()),
                                formats.money(gift.value()),
                                formats.money(gift.counted())))
                .toList();
    }

    /** Each mark with its explanation, in the language of the paper. */
    public List<String> notes() {
        var notes = new ArrayList<String>();
        for (var note : statement.notes()) {
            var english = formats.language().equals(Locale.ENGLISH);
            notes.add(text("note", mark(note.mark()), english ? note.textEn() : note.text()));
        }
        return notes;
    }

    /** What the party says about its account, a sentence each. */
    public List<String> remarks() {
        var remarks = new ArrayList<String>();
        for (var one : statement.remarks().disputes()) {
            remarks.add(objection(one));
        }
        var confirmed = statement.remarks().confirmed();
        if (confirmed != null) remarks.add(confirmed(confirmed));
        var standing = statement.remarks().standing();
        if (standing != null) remarks.add(standing(standing));
        return remarks;
    }

    /** A dispute, in a sentence. */
    public String objection(Objection one) {
        var claimed = one.claimed();
        return text(
                claimed == null ? "objection" : "objection.claimed",
                Integer.toString(one.number()),
                text(
                        "objection." + one.subject(),
                        formats.date(one.about()),
                        formats.entryNo(Objects.requireNonNullElse(one.entryNo(), 0L)),
                        one.label()),
                formats.date(LocalDate.ofInstant(one.since(), formats.zone())),
                formats.money(Objects.requireNonNullElse(claimed, 0L)));
    }

    private String standing(Decision one) {
        var last = one.lastDay();
        return text(
                "standing." + one.step(),
                formats.date(one.on()),
                one.document(),
                last == null ? "" : formats.date(last));
    }

    private String confirmed(Confirmed one) {
        var words =
                text(
                        "confirmed",
                        formats.money(one.balance()),
                        formats.date(one.asOf()),
                        formats.instant(one.at()),
                        one.person(),
                        one.capacity());
        return one.difference() == 0
                ? words
                : words
                        + " "
                        + text(
                                "confirmed.changed",
                                formats.money(one.now()),
                                formats.money(one.difference()));
    }

    /** That a line is disputed; null if it is not. */
    @Nullable String objection(Movement movement) {
        return statement.remarks().disputes().stream()
                .filter(one -> Objects.equals(one.entryNo(), movement.entryNo()))
                .findFirst()
                .map(one ->
                        text(
                                "disputed",
                                Integer.toString(one.number()),
                                formats.shortDate(
                                        LocalDate.ofInstant(one.since(), formats.zone()))))
                .orElse(null);
    }

    String stateOfBooks() {
        var known = statement.known();
        return formats.instant(known.recordedAt());
    }

    /** The first line of the footer. */
    String foot(@Nullable Made made) {
        return text(
                "paper.foot",
                statement.party().code(),
                made == null
                        ? text("paper.unmade", stateOfBooks())
                        : text("paper.made", formats.instant(made.at()), made.by()),
                formats.entryNo(statement.known().entryNo()),
                stateOfBooks());
    }

    /** The chain's head and the digest of the data. */
    public String digests() {
        var known = statement.known();
        return text(
                "paper.digests",
                formats.entryNo(known.entryNo()),
                known.hash(),
                StatementData.digest(statement));
    }

    /** The value, or a hyphen where the column does not apply. */
    static String orNone(@Nullable String value) {
        return value == null || value.isBlank() ? NOT_APPLICABLE : value;
    }
}
