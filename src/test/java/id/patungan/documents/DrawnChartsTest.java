package id.patungan.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patungan.documents.FanChart.Month;
import id.patungan.documents.FundingMix.Year;
import id.patungan.documents.TimeLine.Point;
import id.patungan.documents.TimeLine.Series;
import id.patungan.documents.Waterfall.Cover;
import id.patungan.documents.Waterfall.Step;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The drawings of how long money lasts: nothing clipped, no text on another, true to scale. */
class DrawnChartsTest {

    private static final PaperFormats INDONESIAN = SampleCharts.INDONESIAN;
    private static final PaperFormats ENGLISH = SampleCharts.ENGLISH;

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void texts_stay_in_the_drawing_and_apart_and_the_same_data_draw_the_same(long seed) {
        var faults = new ArrayList<String>();
        for (var formats : List.of(INDONESIAN, ENGLISH)) {
            var charts = new SampleCharts(seed).any(formats);
            var again = new SampleCharts(seed).any(formats);
            for (int at = 0; at < charts.size(); at++) {
                assertThat(drawn(charts.get(at))).isEqualTo(drawn(again.get(at)));
                for (var svg : drawn(charts.get(at))) {
                    for (var fault : DrawnTexts.of(svg).faults()) {
                        faults.add(charts.get(at).getClass().getSimpleName() + ": " + fault);
                    }
                }
            }
        }
        assertThat(faults).as("seed %d", seed).isEmpty();
    }

    @Test
    void the_sample_of_each_is_readable_too() {
        for (var formats : List.of(INDONESIAN, ENGLISH)) {
            for (var chart : samples(formats)) {
                for (var svg : drawn(chart)) {
                    assertThat(DrawnTexts.of(svg).faults()).isEmpty();
                }
            }
        }
    }

    @Test
    void every_chart_has_a_title_and_a_description_and_its_size_on_paper() {
        for (var chart : samples(INDONESIAN)) {
            var wide = DrawnTexts.of(chart.wide("x")).root();
            assertThat(wide.getAttribute("role")).isEqualTo("img");
            assertThat(wide.getAttribute("aria-labelledby")).isEqualTo("x-t x-d");
            assertThat(element(wide, "title", 0).getAttribute("id")).isEqualTo("x-t");
            assertThat(element(wide, "title", 0).getTextContent()).isNotBlank();
            assertThat(element(wide, "desc", 0).getAttribute("id")).isEqualTo("x-d");
            assertThat(element(wide, "desc", 0).getTextContent()).isNotBlank();
            assertThat(DrawnTexts.of(chart.narrow("x")).view().getWidth()).isEqualTo(328);
            var paper = DrawnTexts.of(chart.paper());
            assertThat(paper.root().getAttribute("height"))
                    .isEqualTo(Integer.toString(chart.paperHeight()));
            assertThat(paper.view().getWidth()).isEqualTo(620);
            assertThat(chart.paper()).doesNotContain("font-size=", "style=");
        }
    }

    @Test
    void the_estimate_of_a_text_is_not_below_its_width() {
        var random = new Random(6);
        for (int count = 0; count < 2000; count++) {
            var text =
                    random.ints(1 + random.nextInt(30), 32, 127)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .append("±²–·é")
                            .toString();
            for (var bold : List.of(false, true)) {
                assertThat(Labels.width(text, bold) + 0.1)
                        .as(text)
                        .isGreaterThanOrEqualTo(DrawnTexts.width(text, bold));
            }
        }
    }

    @Test
    void pushed_things_keep_their_order_and_distance_and_move_no_more_than_needed() {
        var pushed =
                Labels.push(
                        Stream.of("50", "50", "10", "99").map(BigDecimal::new).toList(),
                        List.of(10, 10, 10, 10),
                        0,
                        100);

        // two at 50 go to 45 and 55, the one at 99 stays within 100
        assertThat(pushed.stream().map(BigDecimal::intValueExact)).containsExactly(40, 50, 5, 90);
    }

    @Test
    void words_are_kept_whole_unless_one_alone_is_too_wide() {
        assertThat(Labels.wrap("iuran anggota tetap", 60, false))
                .containsExactly("iuran", "anggota", "tetap");
        assertThat(String.join("", Labels.wrap("pertanggungjawaban", 60, false)))
                .isEqualTo("pertanggungjawaban");
    }

    @Test
    void the_mix_draws_income_to_scale_in_the_colours_of_its_classes() {
        var mix = SampleCharts.kartamantul(INDONESIAN);
        var root = DrawnTexts.of(mix.wide("m")).root();

        assertThat(mix.powerOfTen()).isEqualTo(6);
        // 330 of 530 million in 220 pixels, 136.98 up to the tenth of a pixel
        assertThat(heights(root, "c1")).hasSize(6).allMatch(high -> high.equals("137.0"));
        // 200 of 530, in the two years of the donor
        assertThat(heights(root, "c4").stream().limit(2)).allMatch(high -> high.equals("83.0"));
        assertThat(heights(root, "c2")).hasSize(3);
        // five years of plan, one sign
        assertThat(elements(root, "path", "hatchline")).hasSize(6);
        // four years that miss something, one sign
        assertThat(elements(root, "path", "hatchbad")).hasSize(5);
        assertThat(elements(root, "polygon", "gap")).hasSize(1);
        assertThat(texts(mix.wide("m")))
                .contains("Kebutuhan 530", "kekurangan 200", "140", "80", "40", "D3 donor")
                .contains("GTZ berakhir 31-12-2007", "D1 iuran", "D5 unit usaha");
        // the donor's last day is the end of the second of six years
        var mark = elements(root, "line", "mark").getFirst().getAttribute("x1");
        assertThat(mark).isEqualTo(elements(root, "rect", "c1").get(2).getAttribute("x"));
    }

    @Test
    void the_mix_says_the_same_in_its_table() {
        var mix = SampleCharts.kartamantul(INDONESIAN);

        assertThat(mix.codes()).containsExactly("D1", "D3", "D5");
        assertThat(mix.rows()).hasSize(6);
        assertThat(mix.rows().get(3))
                .isEqualTo(
                        new ChartRow(
                                "2009",
                                List.of(
                                        "330.000.000,00",
                                        "0,00",
                                        "60.000.000,00",
                                        "530.000.000,00",
                                        "-140.000.000,00")));
        assertThat(SampleCharts.kartamantul(ENGLISH).rows().get(3).figures())
                .contains("-140,000,000.00");
    }

    @Test
    void a_class_that_takes_back_hangs_below_zero_and_counts_in_what_is_missing() {
        var year = new Year(2026, false, Map.of("D1", 100L, "D3", -30L), 120);

        assertThat(year.missing()).isEqualTo(50);
        var root = DrawnTexts.of(mix(year).wide("m")).root();
        var zero = new BigDecimal(elements(root, "line", "axis").getLast().getAttribute("y1"));
        assertThat(new BigDecimal(elements(root, "rect", "c4").getFirst().getAttribute("y")))
                .isEqualByComparingTo(zero);
    }

    @Test
    void years_of_nothing_are_drawn_as_nothing() {
        var nothing = mix(new Year(2026, true, Map.of(), 0), new Year(2027, true, Map.of(), 0));

        assertThat(DrawnTexts.of(nothing.narrow("m")).faults()).isEmpty();
        assertThat(nothing.codes()).isEmpty();
        assertThat(texts(nothing.wide("m")))
                .contains("2026", "2027", "0")
                .noneMatch(text -> text.startsWith("butuh"));
    }

    @Test
    void what_is_not_a_mix_is_refused() {
        assertThatThrownBy(() -> new Year(2026, true, Map.of("D9", 1L), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("D9");
        assertThatThrownBy(() ->
                        mix(new Year(2026, true, Map.of(), 0), new Year(2028, true, Map.of(), 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mix()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_fan_marks_the_first_month_in_which_the_median_is_below_zero() {
        var fan = SampleCharts.fan(INDONESIAN, 24);
        var root = DrawnTexts.of(fan.wide("f")).root();

        assertThat(texts(fan.wide("f"))).contains("median habis: Jul 2008", "P50 -83,1");
        assertThat(texts(SampleCharts.fan(ENGLISH, 120).wide("f"))).contains("P5 -1,110.3");
        assertThat(elements(root, "polygon", "f1").getFirst().getAttribute("points").split(" ", -1))
                .hasSize(48);
        assertThat(
                        elements(root, "polyline", "l1")
                                .getFirst()
                                .getAttribute("points")
                                .split(" ", -1))
                .hasSize(24);
        assertThat(fan.rows().getFirst())
                .isEqualTo(
                        new ChartRow(
                                "Jan 2008",
                                List.of(
                                        "29.000.000,00",
                                        "31.666.666,67",
                                        "33.000.000,00",
                                        "34.333.333,33",
                                        "37.000.000,00")));
    }

    @Test
    void a_fan_that_stays_above_zero_has_no_mark() {
        var month = new Month(YearMonth.of(2026, 1), 0, 0, 0, 5, 9);
        var fan = new FanChart("a", "b", List.of(month), text -> text, INDONESIAN, 2);

        assertThat(fan.wide("f")).doesNotContain("\"mark\"");
    }

    @Test
    void percentiles_out_of_order_and_months_apart_are_refused() {
        assertThatThrownBy(() -> new Month(YearMonth.of(2026, 1), 0, 2, 1, 5, 9))
                .isInstanceOf(IllegalArgumentException.class);
        var months =
                List.of(
                        new Month(YearMonth.of(2026, 1), 0, 0, 0, 0, 0),
                        new Month(YearMonth.of(2026, 3), 0, 0, 0, 0, 0));
        assertThatThrownBy(() -> new FanChart("a", "b", months, text -> text, INDONESIAN, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_line_is_solid_then_dashed_and_stops_where_there_is_no_figure() {
        var reserve = SampleCharts.reserve(INDONESIAN);
        var root = DrawnTexts.of(reserve.wide("r")).root();

        assertThat(elements(root, "polyline", "l1")).hasSize(2);
        assertThat(elements(root, "polyline", "l1 plan")).hasSize(1);
        assertThat(elements(root, "polygon", "below")).hasSize(1);
        assertThat(texts(reserve.wide("r")))
                .contains("habis Nov 2008", "ambang 3 bulan", "Cadangan -0,9");
        assertThat(reserve.powerOfTen()).isZero();
        assertThat(reserve.rows()).hasSize(36);
        assertThat(reserve.rows().get(3)).isEqualTo(new ChartRow("Okt 2006", List.of("")));
        assertThat(reserve.rows().getFirst().figures()).containsExactly("5,2");
    }

    @Test
    void the_area_below_zero_begins_where_the_line_crosses_it() {
        var points =
                List.of(
                        new Point(YearMonth.of(2026, 1), 100L, false),
                        new Point(YearMonth.of(2026, 2), -300L, false),
                        new Point(YearMonth.of(2026, 3), 100L, false));
        var line =
                TimeLine.amounts(
                        "a",
                        "b",
                        List.of(new Series("kas", points, month -> month)),
                        null,
                        new TimeLine.Words("a", "b"),
                        INDONESIAN,
                        2);
        var root = DrawnTexts.of(line.wide("l")).root();
        var area =
                elements(root, "polygon", "below").getFirst().getAttribute("points").split(" ", -1);
        var way = elements(root, "polyline", "l1").getFirst().getAttribute("points").split(" ", -1);

        // a quarter of the way down, three quarters of the way up
        var first = x(way[0]);
        var width = x(way[1]).subtract(first);
        assertThat(x(area[0]).subtract(first).doubleValue())
                .isCloseTo(width.doubleValue() / 4, org.assertj.core.data.Offset.offset(0.1));
        assertThat(area).hasSize(3);
        assertThat(area[1]).isEqualTo(way[1]);
        assertThat(x(area[2]).subtract(x(way[1])).doubleValue())
                .isCloseTo(width.doubleValue() * 3 / 4, org.assertj.core.data.Offset.offset(0.1));
    }

    @Test
    void a_third_series_is_refused() {
        var series =
                IntStream.range(0, 3)
                        .mapToObj(at ->
                                new Series(
                                        "s" + at,
                                        List.of(new Point(YearMonth.of(2026, 1), 1L, true)),
                                        month -> month))
                        .toList();
        assertThatThrownBy(() ->
                        TimeLine.numbers(
                                "a",
                                "b",
                                series,
                                null,
                                new TimeLine.Words("a", "b"),
                                INDONESIAN,
                                1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_tornado_keeps_its_order_and_signs_its_figures() {
        var tornado = SampleCharts.tornado(INDONESIAN);
        var texts = texts(tornado.narrow("t"));

        assertThat(texts)
                .containsSubsequence("Belanja ±10%", "Iuran ±10%", "Inflasi ±3 poin", "Denda")
                .contains("-53", "+53", "-16,8", "+15,9", "-9 / -4", "0");
        assertThat(tornado.rows().get(4).figures())
                .containsExactly("-16.800.000,00", "15.900.000,00");
        var root = DrawnTexts.of(tornado.wide("t")).root();
        // seven rows swing when lowered, six when raised; one sign of each
        assertThat(elements(root, "rect", "c4")).hasSize(8);
        assertThat(elements(root, "rect", "c1")).hasSize(7);
    }

    @Test
    void a_gap_is_what_covers_leave_of_a_need() {
        var wide = SampleCharts.gap(INDONESIAN).wide("g");

        assertThat(texts(wide)).contains("530", "-330", "-160", "40", "Kekurangan");
        assertThat(elements(DrawnTexts.of(wide).root(), "rect", "gap")).hasSize(1);
        assertThat(SampleCharts.gap(INDONESIAN).rows().getLast())
                .isEqualTo(new ChartRow("Kekurangan", List.of("40.000.000,00")));
    }

    @Test
    void what_is_left_over_is_no_gap() {
        var bars =
                Waterfall.gap(
                        new Step("a", "a", 5),
                        List.of(new Cover(new Step("b", "b", 7), "c1")),
                        new Step("c", "c", -2));

        assertThat(bars.getLast().colour()).isEqualTo("c5");
        assertThatThrownBy(() ->
                        Waterfall.gap(new Step("a", "a", 5), List.of(), new Step("c", "c", 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 is missing, not 4");
    }

    private static List<DrawnChart> samples(PaperFormats formats) {
        return List.of(
                SampleCharts.kartamantul(formats),
                SampleCharts.fan(formats, 24),
                SampleCharts.fan(formats, 120),
                SampleCharts.tornado(formats),
                SampleCharts.reserve(formats),
                SampleCharts.cash(formats),
                SampleCharts.gap(formats));
    }

    private static FundingMix mix(Year... years) {
        return new FundingMix(
                "a",
                "b",
                List.of(years),
                SampleCharts.CLASSES,
                List.of(),
                new FundingMix.Words("a", "b", "butuh", "kurang"),
                INDONESIAN,
                2);
    }

    private static List<String> drawn(DrawnChart chart) {
        return List.of(chart.wide("a"), chart.narrow("b"), chart.paper());
    }

    private static List<String> texts(String svg) {
        return DrawnTexts.of(svg).texts().stream().map(DrawnTexts.Text::text).toList();
    }

    private static BigDecimal x(String point) {
        return new BigDecimal(point.substring(0, point.indexOf(',')));
    }

    private static List<String> heights(Element root, String classes) {
        return elements(root, "rect", classes).stream()
                .map(rect -> rect.getAttribute("height"))
                .toList();
    }

    private static Element element(Element root, String name, int at) {
        return (Element) root.getElementsByTagName(name).item(at);
    }

    private static List<Element> elements(Element root, String name, String classes) {
        return IntStream.range(0, root.getElementsByTagName(name).getLength())
                .mapToObj(at -> element(root, name, at))
                .filter(element -> element.getAttribute("class").equals(classes))
                .toList();
    }
}
