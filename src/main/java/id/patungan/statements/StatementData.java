package id.patungan.statements;

import id.patungan.basics.AmountInWords;
import id.patungan.basics.Money;
import id.patungan.documents.CanonicalJson;
import id.patungan.documents.PaperFormats;
import id.patungan.documents.Sha256;
import id.patungan.statements.RegionStatement.Movement;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The data of a statement in its canonical form, the same in every language, and the digest that
 * all renderings carry. Amounts are decimal strings in main units.
 */
final class StatementData {

    private StatementData() {}

    /** SHA-256 of the canonical bytes of the statement, without when and by whom it was made. */
    static String digest(RegionStatement statement) {
        return Sha256.hex(CanonicalJson.bytes(tree(statement)));
    }

    /** The JSON rendering: {@code {"made": …, "sha256": …, "statement": …}}. */
    static byte[] json(RegionStatement statement, @Nullable Made made) {
        var file = new LinkedHashMap<String, @Nullable Object>();
        file.put("statement", tree(statement));
        file.put("sha256", digest(statement));
        file.put("made", made == null ? null : Map.of("at", made.at().toString(), "by", made.by()));
        return CanonicalJson.indented(file).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> tree(RegionStatement statement) {
        var body = statement.body();
        var known = statement.known();
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("document", "region-statement");
        tree.put("version", 1);
        tree.put(
                "body",
                Map.of(
                        "code", body.code(),
                        "name", body.name(),
                        "currency", body.currency().getCurrencyCode(),
                        "zone", body.zone().getId(),
                        "sample", body.sample()));
        tree.put(
                "party",
                Map.of("code", statement.party().code(), "name", statement.party().name()));
        tree.put("from", statement.from().toString());
        tree.put("until", statement.until().toString());
        tree.put(
                "asKnownAt",
                Map.of(
                        "entryNo", known.entryNo(),
                        "hash", known.hash(),
                        "recordedAt", known.recordedAt().toString()));
        tree.put("opening", text(statement, statement.opening()));
        tree.put("movements", statement.movements().stream().map(m -> tree(statement, m)).toList());
        var totals = statement.totals();
        tree.put(
                "totals",
                Map.of(
                        "charge", text(statement, totals.charge()),
                        "gross", text(statement, totals.gross()),
                        "deductions", text(statement, totals.deductions()),
                        "net", text(statement, totals.net())));
        tree.put("check", check(statement));
        tree.put("closing", text(statement, statement.closing()));
        tree.put("closingInWords", words(statement));
        tree.put("shares", shares(statement));
        tree.put("legalBases", statement.legalBases());
        tree.put(
                "notes",
                statement.notes().stream()
                        .map(note ->
                                Map.of(
                                        "mark", note.mark().code(),
                                        "id", note.text(),
                                        "en", note.textEn()))
                        .toList());
        tree.put("signatories", signatories(statement));
        if (!statement.remarks().none()) {
            tree.put("remarks", remarks(statement));
        }
        if (!statement.units().isEmpty()) {
            tree.put("units", units(statement));
        }
        if (!statement.gifts().isEmpty()) {
            tree.put("inKind", gifts(statement));
        }
        return tree;
    }

    private static Map<String, @Nullable Object> tree(
            RegionStatement statement, Movement movement) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("date", movement.date().toString());
        tree.put("entryNo", movement.entryNo());
        tree.put("documentNo", movement.documentNo());
        tree.put("description", movement.description());
        tree.put("kind", movement.kind().code());
        tree.put("period", movement.period());
        tree.put("payingUnit", movement.unit());
        tree.put("accountCode", movement.accountCode());
        tree.put("sp2d", movement.sp2d());
        tree.put("charge", text(statement, movement.charge()));
        tree.put("gross", text(statement, movement.gross()));
        tree.put("deductions", text(statement, movement.deductions()));
        tree.put("net", text(statement, movement.net()));
        tree.put("balance", text(statement, movement.balance()));
        var due = movement.due();
        tree.put("due", due == null ? null : due.toString());
        if (!movement.instalments().isEmpty()) {
            tree.put(
                    "instalments",
                    movement.instalments().stream()
                            .map(one ->
                                    Map.of(
                                            "number", one.number(),
                                            "due", one.due().toString(),
                                            "amount", one.amount().toDecimal().toPlainString()))
                            .toList());
        }
        var basis = movement.basis();
        tree.put(
                "basis",
                basis == null ? null : Map.of("kind", basis.kind().code(), "note", basis.note()));
        tree.put("reverses", movement.reverses());
        tree.put("reversedBy", movement.reversedBy());
        return tree;
    }

    private static Map<String, Object> check(RegionStatement statement) {
        var check = statement.check();
        return Map.of(
                "opening", text(statement, statement.opening()),
                "charged", text(statement, check.charged()),
                "paid", text(statement, check.paid()),
                "adjusted", text(statement, check.adjusted()),
                "closing", text(statement, statement.closing()),
                "accounts",
                        statement.accounts().stream()
                                .map(account ->
                                        Map.of(
                                                "account", account.account(),
                                                "balance", text(statement, account.balance())))
                                .toList());
    }

    private static List<Map<String, String>> shares(RegionStatement statement) {
        return statement.shares().stream()
                .map(share ->
                        Map.of(
                                "documentNo", share.documentNo(),
                                "description", share.description(),
                                "amount", text(statement, share.amount()),
                                "total", text(statement, share.total())))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> units(RegionStatement statement) {
        return statement.units().stream()
                .map(unit -> {
                    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
                    tree.put("unit", unit.code());
                    tree.put("name", unit.name());
                    tree.put("route", unit.route());
                    tree.put("payerAccount", unit.account());
                    tree.put("nomenclature", unit.nomenclature());
                    tree.put("source", unit.source());
                    tree.put("charged", text(statement, unit.charged()));
                    tree.put("paid", text(statement, unit.paid()));
                    tree.put("writtenOff", text(statement, unit.writtenOff()));
                    tree.put("open", text(statement, unit.open()));
                    return tree;
                })
                .toList();
    }

    private static List<Map<String, String>> gifts(RegionStatement statement) {
        return statement.gifts().stream()
                .map(gift ->
                        Map.of(
                                "documentNo", gift.documentNo(),
                                "what", gift.what(),
                                "from", gift.from().toString(),
                                "until", gift.until().toString(),
                                "value", text(statement, gift.value()),
                                "counted", text(statement, gift.counted())))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> signatories(RegionStatement statement) {
        return statement.signatories().stream()
                .map(signatory -> {
                    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
                    tree.put("position", signatory.position());
                    tree.put("name", signatory.name());
                    tree.put("number", signatory.number());
                    return tree;
                })
                .toList();
    }

    /** Left out where nothing was said, as it was before anything could be. */
    private static Map<String, @Nullable Object> remarks(RegionStatement statement) {
        var remarks = new LinkedHashMap<String, @Nullable Object>();
        remarks.put(
                "disputes",
                statement.remarks().disputes().stream()
                        .map(one -> dispute(statement, one))
                        .toList());
        var confirmed = statement.remarks().confirmed();
        remarks.put(
                "confirmed",
                confirmed == null
                        ? null
                        : Map.of(
                                "asOf", confirmed.asOf().toString(),
                                "balance", text(statement, confirmed.balance()),
                                "person", confirmed.person(),
                                "capacity", confirmed.capacity(),
                                "at", confirmed.at().toString(),
                                "now", text(statement, confirmed.now()),
                                "difference", text(statement, confirmed.difference())));
        var standing = statement.remarks().standing();
        if (standing != null) {
            var decision = new LinkedHashMap<String, @Nullable Object>();
            decision.put("step", standing.step());
            decision.put("on", standing.on().toString());
            decision.put("document", standing.document());
            var last = standing.lastDay();
            decision.put("lastDay", last == null ? null : last.toString());
            remarks.put("standing", decision);
        }
        return remarks;
    }

    private static Map<String, @Nullable Object> dispute(
            RegionStatement statement, RegionStatement.Objection one) {
        var claimed = one.claimed();
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("number", one.number());
        tree.put("subject", one.subject());
        tree.put("about", one.about().toString());
        tree.put("entryNo", one.entryNo());
        tree.put("label", one.label());
        tree.put("claimed", claimed == null ? null : text(statement, claimed));
        tree.put("since", one.since().toString());
        return tree;
    }

    private static Map<String, String> words(RegionStatement statement) {
        var closing = new Money(statement.body().currency(), statement.closing());
        return Map.of(
                "id", AmountInWords.of(closing, PaperFormats.INDONESIAN),
                "en", AmountInWords.of(closing, Locale.ENGLISH));
    }

    private static String text(RegionStatement statement, long minorUnits) {
        return new Money(statement.body().currency(), minorUnits).toDecimal().toPlainString();
    }
}
