package id.patungan.forecasting.scenarios;

import id.patungan.basics.DomainException;

/** Why a scenario was refused; nothing was stored. */
public final class ScenarioException extends DomainException {

    private static final long serialVersionUID = 1L;

    private ScenarioException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    /**
     * A change names what the projection does not have: a member without dues, an award that is
     * over.
     */
    static ScenarioException unknown(String what, String code) {
        return new ScenarioException(
                Kind.REFUSED,
                "forecasting.unknown-" + what,
                "The projection has no %s '%s'; name one that it has".formatted(what, code),
                code);
    }
}
