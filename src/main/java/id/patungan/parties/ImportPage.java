package id.patungan.parties;

import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.Refusals;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;

import java.util.List;
import java.util.function.Function;

/**
 * The page on which a file is checked and imported.
 *
 * @param what {@code parties} or {@code indicators}, as in the bundles and in addresses
 * @param columns of the file, those that must be there first
 */
record ImportPage(BodyEntry body, String what, List<String> required, List<String> columns) {

    private static final int UNPROCESSABLE = 422;
    private static final String VIEW = "parties/import";

    static ImportPage parties(BodyEntry body) {
        return new ImportPage(
                body, "parties", PartyFiles.PARTY_REQUIRED, PartyFiles.PARTY_OPTIONAL);
    }

    static ImportPage indicators(BodyEntry body) {
        return new ImportPage(
                body, "indicators", PartyFiles.INDICATOR_REQUIRED, PartyFiles.INDICATOR_OPTIONAL);
    }

    /** The name that problems of the file carry. */
    static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "file" : name;
    }

    String shown(Model model) {
        model.addAttribute("body", body);
        model.addAttribute("what", what);
        model.addAttribute("required", required);
        model.addAttribute("optional", columns);
        return VIEW;
    }

    String answered(
            Function<PartyFiles.Findings, PartyFiles.Outcome> work,
            Refusals refusals,
            Model model,
            HttpServletResponse response) {
        shown(model);
        var findings = new PartyFiles.Findings();
        try {
            model.addAttribute("outcome", work.apply(findings));
        } catch (InputException refused) {
            model.addAttribute(
                    "problems",
                    refused.problems().stream()
                            .map(problem ->
                                    new Shown(
                                            problem,
                                            findings.refusal(problem)
                                                    .map(refusals::text)
                                                    .orElse(null)))
                            .toList());
            response.setStatus(UNPROCESSABLE);
        }
        return VIEW;
    }

    /**
     * A problem as the page shows it.
     *
     * @param text in the language of the page; null if only its code has a text
     */
    record Shown(Problem problem, @Nullable String text) {}
}
