package id.patungan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The classes that drawings use are in the theme and on paper, and are told from their ground. */
class ChartThemeTest {

    private static final List<String> SERIES =
            List.of("c1", "c2", "c3", "c4", "c5", "c6", "bad", "axis", "ink-2");

    @Test
    void series_and_marks_are_told_from_the_ground_light_and_dark() throws IOException {
        for (var theme : List.of("light", "dark")) {
            var colours = colours(theme);
            for (var series : SERIES) {
                assertThat(contrast(colour(colours, series), colour(colours, "paper")))
                        .as(theme + " " + series)
                        .isGreaterThanOrEqualTo(3);
            }
            // names within a series
            for (var series : SERIES.subList(0, 6)) {
                assertThat(contrast(colour(colours, series), colour(colours, "on-chart")))
                        .as(theme + " text on " + series)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @Test
    void every_class_of_a_drawing_is_in_the_theme_and_written_out_for_paper() throws IOException {
        var used = new HashSet<String>();
        for (long seed = 1; seed <= 50; seed++) {
            for (var chart : new SampleCharts(seed).any(SampleCharts.INDONESIAN)) {
                used.addAll(classes(chart.narrow("a")));
                used.addAll(classes(chart.wide("a")));
            }
        }
        // the halo is drawn below a text, which programs for paper cannot
        used.removeAll(Set.of("only-wide", "only-narrow"));
        var theme = theme();
        var paper = SampleCharts.kartamantul(SampleCharts.INDONESIAN).paper();
        assertThat(used).contains("hatchline", "gap", "f1", "below", "plan", "limit", "under");
        assertThat(used).allSatisfy(name -> assertThat(theme).contains("svg ." + name + " {"));
        used.remove("halo");
        assertThat(used).allSatisfy(name -> assertThat(paper).contains("." + name + "{"));
    }

    @Test
    void paper_has_the_light_colours() throws IOException {
        var colours = colours("light");
        var paper = SampleCharts.kartamantul(SampleCharts.INDONESIAN).paper();
        for (var series : SERIES.subList(0, 6)) {
            assertThat(paper).contains("." + series + "{fill:" + colours.get(series) + "}");
        }
        assertThat(paper).contains(".gap{stroke:" + colours.get("bad"));
    }

    private static Set<String> classes(String svg) {
        var classes = new HashSet<String>();
        Pattern.compile("class=\"([^\"]+)\"")
                .matcher(svg)
                .results()
                .forEach(found -> classes.addAll(List.of(found.group(1).split(" "))));
        return classes;
    }

    private static Map<String, String> colours(String theme) throws IOException {
        var css = theme();
        var from = css.indexOf("[data-bs-theme=\"" + theme + "\"]");
        var colours = new HashMap<String, String>();
        Pattern.compile("--pt-([a-z0-9-]+): (#[0-9a-f]{6})")
                .matcher(css.substring(from, css.indexOf('}', from)))
                .results()
                .forEach(found -> colours.put(found.group(1), found.group(2)));
        return colours;
    }

    private static String colour(Map<String, String> colours, String name) {
        return Objects.requireNonNull(colours.get(name), name);
    }

    private static String theme() throws IOException {
        try (var file = ChartThemeTest.class.getResourceAsStream("/static/assets/patungan.css")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrast(String one, String other) {
        var light = Math.max(luminance(one), luminance(other));
        var dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5);
    }

    private static double part(String colour, int at) {
        var part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
