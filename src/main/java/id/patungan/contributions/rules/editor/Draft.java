package id.patungan.contributions.rules.editor;

import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.RuleFile;
import id.patungan.basics.InputException;
import id.patungan.contributions.rules.editor.FormWriter.Fault;
import id.patungan.documents.Sha256;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule in the editor, as a form and as YAML, either of which may have been changed; the other
 * follows.
 *
 * @param form empty if the rule can only be said as YAML
 * @param text the YAML
 * @param document empty if something is wrong
 * @param faults in the form, by field; those of the YAML at {@code yaml}
 * @param fields what the form says, as YAML; empty if there is no form
 */
record Draft(
        Optional<RuleForm> form,
        String text,
        Optional<RuleDocument> document,
        List<Fault> faults,
        String fields) {

    /** Where faults of the YAML as a whole are said. */
    static final String YAML = "yaml";

    /** Takes a copy. */
    Draft {
        faults = List.copyOf(faults);
    }

    /** A rule to begin with. */
    static Draft of(RuleDocument document, Numbers numbers) {
        return of(document, RuleFile.write(document), numbers);
    }

    private static Draft of(RuleDocument document, String text, Numbers numbers) {
        var form = FormFiller.fill(document, numbers);
        return new Draft(
                form,
                text,
                Optional.of(document),
                List.of(),
                form.isPresent() ? RuleFile.write(document) : "");
    }

    /** From a form. */
    static Draft of(RuleForm form, Numbers numbers) {
        var written = FormWriter.write(form, numbers);
        return new Draft(
                Optional.of(form),
                written.text(),
                written.document(),
                written.faults(),
                written.text());
    }

    /**
     * From YAML, which is kept as it was typed.
     *
     * @param before the form to show while the YAML cannot be read
     */
    static Draft of(String text, @Nullable RuleForm before, Numbers numbers) {
        try {
            return of(RuleFile.read(YAML, text).document(), text, numbers);
        } catch (InputException unreadable) {
            return new Draft(
                    Optional.ofNullable(before),
                    text,
                    Optional.empty(),
                    unreadable.problems().stream()
                            .map(problem ->
                                    new Fault(
                                            YAML,
                                            "rules.fault.yaml",
                                            List.of(
                                                    String.valueOf(problem.line()),
                                                    String.valueOf(problem.column()),
                                                    problem)))
                            .toList(),
                    before == null ? "" : FormWriter.write(before, numbers).text());
        }
    }

    /**
     * From what was sent. The side that was changed since the page was made decides; if both were,
     * that is asked.
     *
     * @param wanted {@code yaml} or {@code fields} if it was said which is to decide
     */
    static Draft sent(Map<String, List<String>> sent, String wanted, Numbers numbers) {
        var yaml = text(sent, YAML);
        var sentForm = new RuleForm(sent);
        var form = sentForm.names().isEmpty() ? null : sentForm;
        if (form == null || wanted.equals(YAML)) {
            return of(yaml, form, numbers);
        }
        var fields = of(form, numbers);
        var yamlChanged = !fingerprint(yaml).equals(text(sent, "yamlWas"));
        var fieldsChanged = !fields.fingerprint().equals(text(sent, "fieldsWere"));
        if (wanted.equals("fields") || !yamlChanged) {
            var kept = !fieldsChanged && fields.document().isPresent() && !yamlChanged;
            return kept && !yaml.isBlank() ? of(yaml, form, numbers) : fields;
        }
        if (fieldsChanged) {
            return new Draft(
                    Optional.of(form),
                    yaml,
                    Optional.empty(),
                    List.of(new Fault(YAML, "rules.fault.both-changed", List.of())),
                    fields.text());
        }
        return of(yaml, form, numbers);
    }

    /** Whether form and YAML were both changed, so that one must be chosen. */
    public boolean undecided() {
        return faults.stream().anyMatch(fault -> fault.key().equals("rules.fault.both-changed"));
    }

    /** By which it is known whether the form was changed. */
    public String fingerprint() {
        return fingerprint(fields);
    }

    /** By which it is known whether the YAML was changed. */
    public String yamlFingerprint() {
        return fingerprint(text);
    }

    private static String fingerprint(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text with line feeds alone. */
    static String text(Map<String, List<String>> sent, String name) {
        var all = sent.get(name);
        return all == null || all.isEmpty() || all.getFirst() == null
                ? ""
                : all.getFirst().replace("\r\n", "\n").replace('\r', '\n');
    }
}
