package id.patungan.contributions.reminders;

import id.patungan.basics.DateReader;
import id.patungan.contributions.Basis;
import id.patungan.contributions.agreed.AgreedForm;
import id.patungan.contributions.reminders.ReminderStep.Channel;
import id.patungan.contributions.reminders.ReminderStep.Tone;
import id.patungan.platform.FormErrors;

import org.springframework.util.MultiValueMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A form about reminders as it was sent, and what could not be read of it. */
final class ReminderForm implements AgreedForm<NewReminderSchedule> {

    /** So many steps can be typed at once. */
    static final int ROWS = 6;

    private final MultiValueMap<String, String> texts;
    private final FormErrors errors = new FormErrors();

    ReminderForm(MultiValueMap<String, String> texts) {
        this.texts = texts;
    }

    /** What was typed; empty if nothing was. */
    @Override
    public String text(String field) {
        var text = texts.getFirst(field);
        return text == null ? "" : text;
    }

    /** What was typed in the n-th field of that name, counted from 0. */
    public String text(String field, int at) {
        var all = texts.getOrDefault(field, List.of());
        return at < all.size() ? all.get(at) : "";
    }

    ReminderForm set(String field, String text) {
        texts.set(field, text);
        return this;
    }

    @Override
    public FormErrors errors() {
        return errors;
    }

    /** The day, or another where none was typed. */
    LocalDate dayOr(String field, LocalDate other) {
        var text = text(field).strip();
        if (text.isEmpty()) return other;
        return errors.read(field, () -> day(text)).orElse(other);
    }

    private static LocalDate day(String text) {
        try {
            var day = DateReader.read(text);
            if (day.getYear() >= 1900 && day.getYear() <= 2999) return day;
        } catch (IllegalArgumentException unreadable) {
            // refused below
        }
        throw RemindersException.notADay(text);
    }

    /** The wish for a version of the schedule; empty if something of it could not be read. */
    @Override
    public Optional<NewReminderSchedule> wish() {
        var from =
                errors.read(
                        "effectiveFrom",
                        () -> {
                            if (text("effectiveFrom").isBlank()) {
                                throw RemindersException.missing("effectiveFrom");
                            }
                            return day(text("effectiveFrom").strip());
                        });
        var ground =
                errors.read(
                        "ground",
                        () -> {
                            var slash = text("ground").indexOf('/');
                            if (slash < 0) throw RemindersException.noGround();
                            return List.of(
                                    text("ground").substring(0, slash),
                                    text("ground").substring(slash + 1));
                        });
        var steps = steps();
        var basis = basis();
        if (errors.any()) return Optional.empty();
        return errors.read(
                "days-0",
                () ->
                        new NewReminderSchedule(
                                from.orElseThrow(),
                                ground.orElseThrow().getFirst(),
                                ground.orElseThrow().getLast(),
                                steps,
                                basis.orElse(null)));
    }

    private List<ReminderStep> steps() {
        var steps = new ArrayList<ReminderStep>();
        for (var at = 0; at < ROWS; at++) {
            var row = at;
            if (text("days", row).isBlank()) continue;
            errors.read("days-" + row, () -> step(row)).ifPresent(steps::add);
        }
        return steps;
    }

    private ReminderStep step(int row) {
        var days = text("days", row).strip().replace('\u2212', '-');
        if (!days.matches("-?[0-9]{1,4}")) throw RemindersException.days(text("days", row));
        return new ReminderStep(
                Integer.parseInt(days),
                Tone.of(text("tone", row)),
                Channel.of(text("channel", row)));
    }

    private Optional<Basis> basis() {
        if (text("basis").isBlank()) return Optional.empty();
        return errors.read(
                "basisNote",
                () -> {
                    var note = RemindersException.optional("basisNote", text("basisNote"), 500);
                    if (note == null) throw RemindersException.missing("basisNote");
                    return new Basis(Basis.Kind.of(text("basis")), note);
                });
    }
}
