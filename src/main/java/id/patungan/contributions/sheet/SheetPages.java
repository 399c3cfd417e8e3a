package id.patungan.contributions.sheet;

import id.patungan.platform.Access;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.Locale;

/** The calculation sheet as page, as files, and for programs. */
@Controller
class SheetPages {

    private final CalculationSheets sheets;
    private final SheetRenderer renderer;

    SheetPages(CalculationSheets sheets, SheetRenderer renderer) {
        this.sheets = sheets;
        this.renderer = renderer;
    }

    @GetMapping("/bodies/{body}/assessments/{code}/sheet")
    String page(
            Access access, BodyEntry body, Locale locale, @PathVariable String code, Model model) {
        var sheet = sheets.of(access, code);
        var view = renderer.view(sheet, locale);
        var charts = new SheetCharts(view);
        model.addAttribute("body", body);
        model.addAttribute("view", view);
        model.addAttribute("shares", charts.shares().orElse(null));
        model.addAttribute("instalments", new SheetInstalments(view));
        model.addAttribute("ways", charts.waterfalls());
        model.addAttribute("address", "/bodies/%s/assessments/%s".formatted(body.code(), code));
        return "contributions/sheet";
    }

    @GetMapping("/bodies/{body}/assessments/{code}/sheet.{format}")
    ResponseEntity<byte[]> file(
            Access access,
            BodyEntry body,
            Locale locale,
            @PathVariable String code,
            @PathVariable String format) {
        var asked = SheetFormat.of(format);
        var sheet = sheets.of(access, code);
        var name =
                "%s_sheet_%s_%s.%s"
                        .formatted(body.code(), code, locale.getLanguage(), asked.suffix());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(asked.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(renderer.file(sheet, asked, locale));
    }

    @GetMapping(
            value = "/api/v1/bodies/{body}/assessments/{code}/sheet",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> data(Access access, @PathVariable String code) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(SheetData.json(sheets.of(access, code)));
    }
}
