package id.patungan.contributions.late;

import id.patungan.basics.AmountReader;
import id.patungan.basics.DateReader;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.Basis;
import id.patungan.contributions.agreed.AgreedForm;
import id.patungan.contributions.late.LatePolicy.Kind;
import id.patungan.contributions.late.LatePolicy.Terms;
import id.patungan.platform.FormErrors;

import org.springframework.util.MultiValueMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form about lateness as it was sent, and what could not be read of it. */
final class LateForm implements AgreedForm<NewLatePolicy> {

    private static final int LONGEST = 400;

    private final MultiValueMap<String, String> texts;
    private final Currency currency;
    private final Locale locale;
    private final FormErrors errors = new FormErrors();

    LateForm(MultiValueMap<String, String> texts, Currency currency, Locale locale) {
        this.texts = texts;
        this.currency = currency;
        this.locale = locale;
    }

    /** What was typed; empty if nothing was. */
    @Override
    public String text(String field) {
        var text = texts.getFirst(field);
        return text == null ? "" : text;
    }

    /** Whether a charge was chosen. */
    public boolean chosen(String charge) {
        return texts.getOrDefault("charge", List.of()).contains(charge);
    }

    LateForm set(String field, String text) {
        texts.set(field, text);
        return this;
    }

    @Override
    public FormErrors errors() {
        return errors;
    }

    Optional<LocalDate> day(String field) {
        return errors.read(
                field,
                () -> {
                    if (text(field).isBlank()) throw LateException.missing(field);
                    return readDay(text(field));
                });
    }

    static LocalDate readDay(String text) {
        try {
            return LateException.day(DateReader.read(text.strip()));
        } catch (IllegalArgumentException unreadable) {
            throw LateException.notADay(text);
        }
    }

    private Optional<BigDecimal> number(String field) {
        return errors.read(
                field,
                () -> {
                    var text = text(field).strip().replace(',', '.');
                    if (text.isEmpty()) throw LateException.missing(field);
                    if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
                        throw LateException.notANumber(text(field));
                    }
                    return new BigDecimal(text);
                });
    }

    private Optional<Integer> days(String field) {
        return errors.read(
                field,
                () -> {
                    var text = text(field).strip();
                    if (text.isEmpty()) throw LateException.missing(field);
                    if (!text.matches("[0-9]{1,4}")) throw LateException.notANumber(text);
                    return Integer.valueOf(text);
                });
    }

    private Optional<Money> amount(String field) {
        return errors.read(
                field,
                () -> {
                    if (text(field).isBlank()) throw LateException.missing(field);
                    return switch (AmountReader.read(text(field), currency, locale)) {
                        case AmountReader.Read(var amount) -> amount;
                        case AmountReader.Ambiguous _, AmountReader.Unreadable _ ->
                                throw LateException.notAnAmount(text(field));
                    };
                });
    }

    /** The wish for a version of the policy; empty if something of it could not be read. */
    @Override
    public Optional<NewLatePolicy> wish() {
        var from = day("effectiveFrom");
        var ground =
                errors.read(
                        "ground",
                        () -> {
                            var slash = text("ground").indexOf('/');
                            if (slash < 0) throw LateException.noGround();
                            return slash;
                        });
        var kind =
                errors.read(
                        "kind",
                        () -> {
                            if (text("kind").isBlank()) throw LateException.missing("kind");
                            return Kind.of(text("kind"));
                        });
        var fixed = kind.filter(one -> one == Kind.FIXED).isPresent();
        var percent = fixed ? Optional.<BigDecimal>empty() : number("percent");
        var fine = fixed ? amount("fine") : Optional.<Money>empty();
        var grace = days("graceDays");
        var cap =
                fixed || text("capPercent").isBlank()
                        ? Optional.<BigDecimal>empty()
                        : number("capPercent");
        var unit = amount("unit");
        var organ = errors.read("organ", () -> LateException.text("organ", text("organ"), 200));
        var basis = basis();
        if (errors.any()) return Optional.empty();
        return errors.read(
                "percent",
                () ->
                        new NewLatePolicy(
                                from.orElseThrow(),
                                text("ground").substring(0, ground.orElseThrow()),
                                text("ground").substring(ground.orElseThrow() + 1),
                                new Terms(
                                        kind.orElseThrow(),
                                        percent.orElse(null),
                                        fine.orElse(null),
                                        grace.orElseThrow(),
                                        cap.orElse(null),
                                        unit.orElseThrow()),
                                organ.orElseThrow(),
                                basis.orElse(null)));
    }

    private Optional<Basis> basis() {
        if (text("basis").isBlank()) return Optional.empty();
        return errors.read(
                "basisNote",
                () ->
                        new Basis(
                                Basis.Kind.of(text("basis")),
                                LateException.text("basisNote", text("basisNote"), 500)));
    }

    /** The wish to charge; empty if something of it could not be read. */
    Optional<NewLateCharge> charge() {
        var through = day("through");
        var due = day("due");
        var fund =
                errors.read(
                        "fund",
                        () -> {
                            if (text("fund").isBlank()) throw LateException.missing("fund");
                            return new FundCode(text("fund"));
                        });
        var description =
                errors.read(
                        "description",
                        () -> LateException.text("description", text("description"), LONGEST));
        if (errors.any()) return Optional.empty();
        return errors.read(
                "through",
                () ->
                        new NewLateCharge(
                                through.orElseThrow(),
                                due.orElseThrow(),
                                fund.orElseThrow(),
                                description.orElseThrow(),
                                texts.getOrDefault("charge", List.of())));
    }
}
