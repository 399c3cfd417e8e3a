package id.patungan.basics;

import java.util.List;
import java.util.stream.Collectors;

/** Text from outside that could not be read; carries every problem found, not only the first. */
public final class InputException extends DomainException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** A value of a form field or request property. */
    public InputException(String field, String message) {
        super(Kind.UNREADABLE, "input.unreadable", field + ": " + message, field, message);
        this.problems = List.of();
    }

    /** The problems of a file, in the order of their places. */
    public InputException(List<Problem> problems) {
        super(
                Kind.UNREADABLE,
                "input.problems",
                problems.stream().map(Problem::toString).collect(Collectors.joining("\n")),
                problems.size());
        this.problems = List.copyOf(problems);
    }

    /** What is wrong in the file; empty when a single field was unreadable. */
    public List<Problem> problems() {
        return problems;
    }
}
