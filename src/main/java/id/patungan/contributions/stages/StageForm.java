package id.patungan.contributions.stages;

import id.patungan.basics.DateReader;
import id.patungan.platform.FormErrors;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A form as it was sent, to be shown again as typed; every field is read before anything is said.
 */
final class StageForm {

    private final Map<String, String> texts;
    private final FormErrors errors = new FormErrors();

    StageForm(Map<String, String> texts) {
        this.texts = new HashMap<>(texts);
    }

    /** What was typed; empty if nothing was. */
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    StageForm set(String field, String text) {
        texts.put(field, text);
        return this;
    }

    FormErrors errors() {
        return errors;
    }

    /** The text without blanks around it; noted as missing if there is none. */
    Optional<String> required(String field) {
        var text = text(field).strip();
        if (text.isEmpty()) {
            errors.add(field, "stages.missing." + field);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    Optional<LocalDate> date(String field) {
        return required(field).flatMap(text -> read(field, text));
    }

    /** The day, or another where none was typed. */
    LocalDate dateOr(String field, LocalDate other) {
        var text = text(field).strip();
        return text.isEmpty() ? other : read(field, text).orElse(other);
    }

    private Optional<LocalDate> read(String field, String text) {
        try {
            return Optional.of(Days.plausible(DateReader.read(text)));
        } catch (StagesException refused) {
            errors.add(field, refused);
        } catch (IllegalArgumentException unreadable) {
            errors.add(field, "stages.not-a-date", text);
        }
        return Optional.empty();
    }

    Optional<Integer> year(String field) {
        var text = required(field);
        if (text.isPresent() && !text.get().matches("[12][0-9]{3}")) {
            errors.add(field, "stages.not-a-year", text.get());
            return Optional.empty();
        }
        return text.map(Integer::valueOf);
    }

    /** A number of working days. */
    @Nullable Integer days(String field) {
        var text = text(field).strip();
        if (!text.matches("[0-9]{1,3}")) {
            errors.add(field, "stages.not-days", text, Integer.toString(ApprovalLimits.MOST));
            return null;
        }
        return Integer.valueOf(text);
    }

    Optional<EventKind> kind(String field) {
        var text = required(field);
        if (text.isEmpty()) return Optional.empty();
        var kind = EventKind.of(text.get());
        if (kind.isEmpty()) {
            errors.add(field, "stages.not-a-kind", text.get());
        }
        return kind;
    }
}
