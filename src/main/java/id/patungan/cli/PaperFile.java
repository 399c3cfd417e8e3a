package id.patungan.cli;

import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.ledger.PrintedHead;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The heads that an issued file shows: a statement in its JSON form, or the {@code manifest.json}
 * of a set of statements.
 */
final class PaperFile {

    private static final String HOW =
            "give a statement in its JSON form, or the manifest.json that was written beside it";

    private final Path file;

    private PaperFile(Path file) {
        this.file = file;
    }

    /** A head, and the code of the body in whose book it should be. */
    record Shown(String body, PrintedHead head) {}

    /**
     * Reads one file.
     *
     * @throws InputException if it shows no head
     * @throws IOException if there is no such file
     */
    static List<Shown> read(Path file) throws IOException {
        return new PaperFile(file).shown(Files.readString(file));
    }

    private List<Shown> shown(String text) {
        var root = tree(text);
        var shown = new ArrayList<Shown>();
        if (root.has("statement")) {
            var known = root.at("/statement/asKnownAt");
            shown.add(head(root.at("/statement/body/code"), known.path("entryNo"), known));
        }
        for (var listed : root.path("files")) {
            shown.add(head(listed.path("body"), listed.path("asKnownAt"), listed));
        }
        if (shown.isEmpty()) throw unreadable();
        return shown;
    }

    private JsonNode tree(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw unreadable();
        }
    }

    private Shown head(JsonNode body, JsonNode entryNo, JsonNode holder) {
        try {
            return new Shown(
                    body.stringValue(),
                    new PrintedHead(entryNo.longValue(), holder.path("hash").stringValue()));
        } catch (IllegalArgumentException | JacksonException e) {
            throw unreadable();
        }
    }

    private InputException unreadable() {
        return new InputException(
                List.of(
                        new Problem(
                                file.toString(),
                                1,
                                1,
                                "check.no-head",
                                "The file shows no head of a chain; " + HOW)));
    }
}
