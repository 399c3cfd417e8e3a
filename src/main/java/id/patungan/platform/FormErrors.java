package id.patungan.platform;

import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is wrong with a form that was sent, so that it can be shown again with everything that was
 * typed.
 *
 * <p>In a controller: {@code return errors.again("ledger/entry", model, response)} answers 422,
 * which browsers and htmx both show. In the template: {@code th:replace="~{web/forms :: summary}"}
 * on top, {@code th:replace="~{web/forms :: error('date')}"} below the field whose id is {@code
 * date}.
 */
public final class FormErrors {

    private static final int UNPROCESSABLE = 422;

    private final List<FormError> errors = new ArrayList<>();

    /** Starts with nothing wrong. */
    public FormErrors() {}

    /** What a service refused, about the form as a whole or about a field. */
    public static FormErrors of(@Nullable String field, DomainException refusal) {
        return new FormErrors().add(field, refusal);
    }

    /**
     * Notes a refusal.
     *
     * @param field the id of the field's element; null for the form as a whole
     */
    public FormErrors add(@Nullable String field, DomainException refusal) {
        errors.add(new FormError(field, refusal, null, List.of()));
        return this;
    }

    /** Notes the text of a key in the bundles. */
    public FormErrors add(@Nullable String field, String key, Object... arguments) {
        errors.add(new FormError(field, null, key, List.of(arguments)));
        return this;
    }

    /**
     * Reads one field, noting what is wrong with it, so that all fields are read before anything is
     * said.
     *
     * @return empty if it could not be read
     */
    public <T> Optional<T> read(String field, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (DomainException refused) {
            add(field, refused);
        } catch (IllegalArgumentException
                | ArithmeticException
                | java.time.DateTimeException unreadable) {
            add(field, new InputException(field, String.valueOf(unreadable.getMessage())));
        }
        return Optional.empty();
    }

    /** Whether anything is wrong. */
    public boolean any() {
        return !errors.isEmpty();
    }

    /** Everything that is wrong, in the order found. */
    public List<FormError> all() {
        return List.copyOf(errors);
    }

    /** What is wrong with one field. */
    public List<FormError> of(String field) {
        return errors.stream().filter(error -> field.equals(error.field())).toList();
    }

    /** Shows the form again: puts {@code errors} into the model and answers 422. */
    public String again(String view, Model model, HttpServletResponse response) {
        model.addAttribute("errors", this);
        response.setStatus(UNPROCESSABLE);
        return view;
    }

    /**
     * One thing that is wrong.
     *
     * @param field the id of the field's element; null for the form as a whole
     */
    public record FormError(
            @Nullable String field,
            @Nullable DomainException refusal,
            @Nullable String key,
            List<Object> arguments) {}
}
