package id.patungan.forecasting.scenarios;

import id.patungan.basics.DomainException;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
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

    static ScenarioException riskKind(String said) {
        var known =
                Arrays.stream(RiskKind.values())
                        .map(RiskKind::code)
                        .collect(Collectors.joining(", "));
        return new ScenarioException(
                Kind.UNREADABLE,
                "kind",
                "forecasting.risk-kind",
                "'%s' is not a kind of risk; use %s".formatted(said, known),
                said,
                known);
    }

    /** Something that cannot stand beside others does. */
    static ScenarioException notAlone(String kind) {
        return new ScenarioException(
                Kind.UNREADABLE,
                "kind",
                "forecasting.not-alone",
                "'%s' says that nothing is uncertain; remove it or all others".formatted(kind),
                kind);
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
        return field(kind.code(), field, kind.fields().stream().map(OverlayField::code).toList());
    }

    static ScenarioException riskField(RiskKind kind, String field) {
        return field(kind.code(), field, kind.fields().stream().map(RiskField::code).toList());
    }

    private static ScenarioException field(String kind, String field, List<String> fields) {
        var known = String.join(", ", fields);
        return new ScenarioException(
                Kind.UNREADABLE,
                field,
                "forecasting.field",
                "'%s' has no '%s'; it takes %s".formatted(kind, field, known),
                kind,
                field,
                known);
    }

    /**
     * @param what is wrong with it; its sentence stands under {@code forecasting.value-<what>}
     */
    static ScenarioException value(
            OverlayKind kind, OverlayField field, String said, String what, Object... limits) {
        return value(kind.code(), field.code(), said, what, limits);
    }

    static ScenarioException riskValue(RiskKind kind, RiskField field, String said, String what) {
        return value(kind.code(), field.code(), said, what);
    }

    private static ScenarioException value(
            String kind, String field, String said, String what, Object... limits) {
        var arguments = new Object[3 + limits.length];
        arguments[0] = kind;
        arguments[1] = field;
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
                    case "drawn" -> "is none of once, yearly and monthly";
                    case "number" -> "is not a number; write 0.75 or 1/3";
                    case "outcomes" -> "is not factors with probabilities; write 0.5: 0.2, 1: 0.8";
                    default -> "is too long, or no text";
                };
        return new ScenarioException(
                Kind.UNREADABLE,
                field,
                "forecasting.value-" + what,
                "%s, %s: '%s' %s".formatted(kind, field, said, takes),
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
