package id.patungan.contributions.paying;

import id.patungan.basics.DateReader;
import id.patungan.basics.FundCode;
import id.patungan.contributions.Basis;
import id.patungan.platform.FormErrors;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A form about payment lines or a paying unit as it was sent, and what could not be read of it. */
final class LinesForm {

    /** So many lines can be typed at once; programs may send more. */
    static final int ROWS = 4;

    private final MultiValueMap<String, String> texts;
    private final FormErrors errors = new FormErrors();

    LinesForm(MultiValueMap<String, String> texts) {
        this.texts = texts;
    }

    /** What was typed; empty if nothing was. */
    public String text(String field) {
        var text = texts.getFirst(field);
        return text == null ? "" : text;
    }

    /** What was typed in the n-th field of that name, counted from 0. */
    public String text(String field, int at) {
        var all = texts.getOrDefault(field, List.of());
        return at < all.size() ? all.get(at) : "";
    }

    LinesForm set(String field, String text) {
        texts.set(field, text);
        return this;
    }

    FormErrors errors() {
        return errors;
    }

    /** The wish for a version; empty if something of it could not be read. */
    Optional<NewPaymentLines> wish() {
        var party = required("party");
        var from = required("effectiveFrom").flatMap(text -> day("effectiveFrom", text));
        var fund =
                text("fund").isBlank()
                        ? Optional.<FundCode>empty()
                        : errors.read("fund", () -> new FundCode(text("fund").strip()));
        var basis = basis();
        var lines = lines();
        if (errors.any()) return Optional.empty();
        return errors.read(
                "unit-0",
                () ->
                        new NewPaymentLines(
                                party.orElseThrow(),
                                from.orElseThrow(),
                                fund.orElse(null),
                                text("document"),
                                lines,
                                basis.orElse(null)));
    }

    /** The text of a field that must not be empty. */
    Optional<String> required(String field) {
        return errors.read(
                field,
                () -> {
                    if (text(field).isBlank()) throw PayingException.missing(field);
                    return text(field).strip();
                });
    }

    private Optional<LocalDate> day(String field, String text) {
        return errors.read(
                field,
                () -> {
                    try {
                        return DateReader.read(text);
                    } catch (IllegalArgumentException unreadable) {
                        throw PayingException.notADay(text);
                    }
                });
    }

    private List<PaymentLine> lines() {
        var lines = new ArrayList<PaymentLine>();
        for (var at = 0; at < ROWS; at++) {
            if (!untouched(at)) line(at).ifPresent(lines::add);
        }
        return lines;
    }

    /** A row of which nothing but the route, which has a first choice, was filled in. */
    private boolean untouched(int at) {
        return List.of("unit", "weight", "payerAccount", "nomenclature", "source").stream()
                .allMatch(field -> text(field, at).isBlank());
    }

    private Optional<PaymentLine> line(int at) {
        var unit =
                errors.read(
                        "unit-" + at,
                        () -> {
                            if (text("unit", at).isBlank()) throw PayingException.noUnit();
                            return text("unit", at).strip();
                        });
        var weight = weight(at);
        var route = errors.read("route-" + at, () -> Route.of(text("route", at)));
        var account =
                errors.read(
                        "payerAccount-" + at,
                        () ->
                                Optional.ofNullable(
                                        PayerAccount.of(
                                                text("payerAccount", at),
                                                text("nomenclature", at))));
        if (unit.isEmpty() || weight.isEmpty() || route.isEmpty() || account.isEmpty()) {
            return Optional.empty();
        }
        return errors.read(
                "source-" + at,
                () ->
                        new PaymentLine(
                                unit.get(),
                                route.get(),
                                weight.get().orElse(null),
                                account.get().orElse(null),
                                text("source", at)));
    }

    /** The part of a line; nothing typed is the rest. */
    private Optional<Optional<BigDecimal>> weight(int at) {
        return errors.read("weight-" + at, () -> Optional.ofNullable(part(text("weight", at))));
    }

    /** With a comma or a point before the decimals, never with groups. */
    private static @Nullable BigDecimal part(String typed) {
        var text = typed.strip().replace("%", "").strip();
        if (text.isEmpty()) return null;
        if (!text.matches("[0-9]{1,7}([.,][0-9]{1,6})?")) throw PayingException.weight(typed);
        var weight = new BigDecimal(text.replace(',', '.'));
        if (weight.signum() <= 0) throw PayingException.weight(typed);
        return weight;
    }

    private Optional<Basis> basis() {
        if (text("basis").isBlank()) return Optional.empty();
        return errors.read(
                "basisNote",
                () -> {
                    var note = PayingException.optional("basisNote", text("basisNote"), 500);
                    if (note == null) throw PayingException.missing("basisNote");
                    return new Basis(Basis.Kind.of(text("basis")), note);
                });
    }
}
