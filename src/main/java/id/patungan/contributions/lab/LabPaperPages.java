package id.patungan.contributions.lab;

import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.Locale;

/** Saved comparisons: the list, each as it was saved, and its files. */
@Controller
@RequestMapping("/bodies/{body}/lab/papers")
class LabPaperPages {

    private final LabPapers papers;
    private final LabShown shown;
    private final LabFiles files;

    LabPaperPages(LabPapers papers, LabShown shown, LabFiles files) {
        this.papers = papers;
        this.shown = shown;
        this.files = files;
    }

    @GetMapping
    String list(Access access, BodyEntry body, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("papers", papers.list(access));
        model.addAttribute("mayCompare", access.may(Action.READ_BOOKS));
        return "contributions/lab/papers";
    }

    @GetMapping("/{code:[A-Z0-9-]+}")
    String one(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        var paper = papers.get(access, code);
        model.addAttribute("body", body);
        model.addAttribute("paper", paper);
        model.addAttribute("view", shown.of(paper.comparison(), body, locale));
        return "contributions/lab/paper";
    }

    @GetMapping("/{code:[A-Z0-9-]+}.{format}")
    ResponseEntity<byte[]> file(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @PathVariable String format,
            Locale locale) {
        var paper = papers.get(access, code);
        var asked = LabFiles.Format.of(format);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(asked.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        "%s_%s_%s.%s"
                                                .formatted(
                                                        body.code(),
                                                        paper.code(),
                                                        locale.getLanguage(),
                                                        asked.suffix()))
                                .build()
                                .toString())
                .body(files.render(paper, body, asked, locale));
    }
}
