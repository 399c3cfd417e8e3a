package id.patungan.forecasting.scenarios;

import id.patungan.basics.DomainException;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Why a scenario was refused; nothing was stored. */
public final class ScenarioException extends DomainException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String field;

    private ScenarioException(
            Kind kind, @Nullable String field, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
        this.field = field;
    }

    /** The field that is wrong, where it is one. */
    public @Nullable String field() {
        return field;
    }

    /**
     * A change names what the projection does not have: a member without dues, an award that is
     * over.
     */
    static ScenarioException unknown(String what, String code) {
        return new ScenarioException(
                Kind.REFUSED,
                null,
                "forecasting.unknown-" + what,
                "The projection has no %s '%s'; name one that it has".formatted(what, code),
                code);
    }

    /** Two changes would make lines of the same name. */
    static ScenarioException twice(String name) {
        return new ScenarioException(
                Kind.REFUSED,
                null,
                "forecasting.twice",
                "'%s' stands twice; give it another name or remove one".formatted(name),
                name);
    }

    static ScenarioException kind(String said) {
        var known =
                Arrays.stream(OverlayKind.values())
                        .map(OverlayKind::code)
                        .collect(Collectors.joining(", "));
        return new ScenarioException(
                Kind.UNREADABLE,
                "kind",
                "forecasting.kind",
                "'%s' is not a kind of change; use %s".formatted(said, known),
                said,
                known);
    }

    static ScenarioException field(OverlayKind kind, String field) {
        var known =
                kind.fields().stream().map(OverlayField::code).collect(Collectors.joining(", "));
        return new ScenarioException(
                Kind.UNREADABLE,
                field,
                "forecasting.field",
                "'%s' has no '%s'; it takes %s".formatted(kind.code(), field, known),
                kind.code(),
                field,
                known);
    }

    /**
     * @param what is wrong with it; its sentence stands under {@code forecasting.value-<what>}
     */
    static ScenarioException value(
            OverlayKind kind, OverlayField field, String said, String what, Object... limits) {
        var arguments = new Object[3 + limits.length];
        arguments[0] = kind.code();
        arguments[1] = field.code();
        arguments[2] = said;
        System.arraycopy(limits, 0, arguments, 3, limits.length);
        var takes =
                switch (what) {
                    case "missing" -> "is not said";
                    case "month" -> "is not a month; write 2007-01";
                    case "count" -> "is not a number from %s to %s".formatted(limits);
                    case "percent" -> "is not a percentage from %s to %s".formatted(limits);
                    case "amount" -> "is not an amount of zero or more; write 1500000.00";
                    case "currency" -> "is not a currency; write EUR";
                    case "account" -> "is not the beginning of an account of costs; write 52";
                    case "choice" -> "is not spread or cut";
                    default -> "is too long, or no text";
                };
        return new ScenarioException(
                Kind.UNREADABLE,
                field.code(),
                "forecasting.value-" + what,
                "%s, %s: '%s' %s".formatted(kind.code(), field.code(), said, takes),
                arguments);
    }

    static ScenarioException text(String field) {
        return new ScenarioException(
                Kind.UNREADABLE,
                field,
                "forecasting.text",
                "'%s' is missing, too long, or no text".formatted(field),
                field);
    }
}
