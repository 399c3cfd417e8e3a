package id.patungan.contributions.arrears;

import id.patungan.contributions.Basis;
import id.patungan.contributions.agreed.AgreedForm;
import id.patungan.contributions.arrears.ArrearsPolicy.ClockStart;
import id.patungan.contributions.arrears.ArrearsPolicy.Terms;
import id.patungan.platform.FormErrors;

import org.springframework.util.MultiValueMap;

import java.time.LocalDate;
import java.util.Optional;

/** A form about standing as it was sent, and what could not be read of it. */
final class StandingForm implements AgreedForm<NewArrearsPolicy> {

    private final MultiValueMap<String, String> texts;
    private final FormErrors errors = new FormErrors();

    StandingForm(MultiValueMap<String, String> texts) {
        this.texts = texts;
    }

    /** What was typed; empty if nothing was. */
    @Override
    public String text(String field) {
        var text = texts.getFirst(field);
        return text == null ? "" : text;
    }

    StandingForm set(String field, String text) {
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
                    if (text(field).isBlank()) throw StandingException.notSaid(field);
                    return Days.asked(text(field), LocalDate.EPOCH);
                });
    }

    Optional<String> said(String field, int longest) {
        return errors.read(field, () -> StandingException.text(field, text(field), longest));
    }

    Optional<Boolean> yes(String field) {
        return errors.read(
                field,
                () ->
                        switch (text(field)) {
                            case "yes" -> true;
                            case "no" -> false;
                            default -> throw StandingException.notSaid(field);
                        });
    }

    Optional<Integer> days(String field) {
        return errors.read(
                field,
                () -> {
                    var text = text(field).strip();
                    if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) > Terms.MOST) {
                        throw StandingException.notDays(text);
                    }
                    return Integer.valueOf(text);
                });
    }

    /** The wish for a version of the policy; empty if something of it could not be read. */
    @Override
    public Optional<NewArrearsPolicy> wish() {
        var from = day("effectiveFrom");
        var ground =
                errors.read(
                        "ground",
                        () -> {
                            var slash = text("ground").indexOf('/');
                            if (slash < 0) throw StandingException.noGround();
                            return new String[] {
                                text("ground").substring(0, slash),
                                text("ground").substring(slash + 1)
                            };
                        });
        var clock =
                errors.read(
                        "clock",
                        () -> {
                            if (text("clock").isBlank()) throw StandingException.notSaid("clock");
                            return ClockStart.of(text("clock"));
                        });
        var notice = days("noticeAfter");
        var suspend = days("suspendAfter");
        var expels = yes("expulsion");
        var expel = expels.orElse(false) ? days("expelAfter") : Optional.<Integer>empty();
        var organ = said("organ", NewArrearsPolicy.LONGEST_ORGAN);
        var approval = yes("approval");
        var openArrears = yes("openArrears");
        var openStanding = yes("openStanding");
        var basis = basis();
        if (errors.any()) return Optional.empty();
        return errors.read(
                "effectiveFrom",
                () ->
                        new NewArrearsPolicy(
                                from.orElseThrow(),
                                ground.orElseThrow()[0],
                                ground.orElseThrow()[1],
                                new Terms(
                                        clock.orElseThrow(),
                                        notice.orElseThrow(),
                                        suspend.orElseThrow(),
                                        expel.orElse(null)),
                                organ.orElseThrow(),
                                approval.orElseThrow(),
                                openArrears.orElseThrow(),
                                openStanding.orElseThrow(),
                                basis.orElse(null)));
    }

    private Optional<Basis> basis() {
        if (text("basis").isBlank()) return Optional.empty();
        return errors.read(
                "basisNote",
                () ->
                        new Basis(
                                Basis.Kind.of(text("basis")),
                                StandingException.text("basisNote", text("basisNote"), 500)));
    }

    /** The wish to take a step; empty if something of it could not be read. */
    Optional<NewStep> step(String party) {
        var step = errors.read("step", () -> Step.of(text("step")));
        var on = day("on");
        var document = said("document", NewStep.LONGEST_DOCUMENT);
        var reason = said("reason", NewStep.LONGEST_REASON);
        return errors.any()
                ? Optional.empty()
                : Optional.of(
                        new NewStep(
                                party,
                                step.orElseThrow(),
                                on.orElseThrow(),
                                document.orElseThrow(),
                                reason.orElseThrow()));
    }
}
