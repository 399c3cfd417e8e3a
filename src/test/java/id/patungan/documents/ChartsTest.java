package id.patungan.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patungan.basics.Fraction;
import id.patungan.documents.StackedShares.Bar;
import id.patungan.documents.StackedShares.Part;
import id.patungan.documents.Waterfall.Step;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

/** The drawings of shares: what they say, and that what they draw is what they say. */
class ChartsTest {

    private static final PaperFormats INDONESIAN =
            new PaperFormats(
                    PaperFormats.INDONESIAN,
                    Currency.getInstance("IDR"),
                    ZoneId.of("Asia/Jakarta"));
    private static final PaperFormats ENGLISH =
            new PaperFormats(
                    Locale.ENGLISH, Currency.getInstance("IDR"), ZoneId.of("Asia/Jakarta"));

    private static final Bar EQUAL = kartamantul("Sama rata", 110_000_000, 110_000_000);
    private static final Bar BY_AREA = kartamantul("Luas 10–50 %", 33_000_000, 157_013_933);

    @Test
    void every_part_says_whose_it_is_and_how_much() {
        var drawn = chart(INDONESIAN, EQUAL, BY_AREA).wide("shares");

        assertThat(drawn)
                .contains("<title id=\"shares-t\">Bagian</title>")
                .contains("<desc id=\"shares-d\">Siapa menanggung berapa</desc>")
                .contains(">Sama rata<", ">Luas 10–50 %<")
                .contains(">33,33 %<", ">47,58 %<", ">42,42 %<")
                .contains("10,00 %");
        assertThat(chart(ENGLISH, BY_AREA).wide("s")).contains(">47.58 %<", ">42.42 %<");
    }

    @Test
    void parts_begin_where_the_one_before_ends_and_fill_the_bar() {
        var rects = rects(chart(INDONESIAN, BY_AREA).wide("s"));

        assertThat(rects).hasSize(3);
        assertThat(rects.getFirst().from()).isZero();
        // 10 %, 47.57998 % and the rest of 620 pixels
        assertThat(rects.get(0).width()).isEqualByComparingTo("62.0");
        assertThat(rects.get(1).from()).isEqualByComparingTo("62.0");
        assertThat(rects.get(1).width()).isEqualByComparingTo("295.0");
        assertThat(rects.get(2).from().add(rects.get(2).width())).isEqualByComparingTo("620.0");
    }

    @Test
    void a_party_keeps_its_colour_whatever_the_order_of_a_bar() {
        var turned =
                new Bar(
                        "2005",
                        List.of(
                                new Part("34.71", "Yogyakarta", Fraction.of(1)),
                                new Part("34.02", "Bantul", Fraction.of(3))));
        var colours =
                rects(chart(INDONESIAN, EQUAL, turned).wide("s")).stream()
                        .map(Rect::colour)
                        .toList();

        assertThat(colours).containsExactly("c1", "c2", "c3", "c1", "c3");
    }

    @Test
    void a_part_too_narrow_for_its_name_is_named_beside_the_bar() {
        var drawn = chart(INDONESIAN, BY_AREA).narrow("s");

        assertThat(drawn).contains(">Yogyakarta 10,00 %<").contains("class=\"lead\"");
    }

    @Test
    void beyond_six_parties_the_five_largest_are_drawn_and_the_others_together() {
        var parts = new ArrayList<Part>();
        for (var at = 1; at <= 13; at++) {
            parts.add(new Part("34.%02d".formatted(at), "Pihak " + at, Fraction.of(at)));
        }
        var drawn = chart(INDONESIAN, new Bar("2026", parts)).wide("s");

        // 1 + … + 8 of 91
        assertThat(drawn).contains("Lainnya (8)", "39,56 %").doesNotContain(">Pihak 8 ");
        assertThat(rects(drawn).stream().map(Rect::colour))
                .containsExactly("c1", "c2", "c3", "c4", "c5", "c6");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_the_shares_nothing_leaves_the_drawing(long seed) {
        var random = new Random(seed);
        var parts = new ArrayList<Part>();
        var count = 1 + random.nextInt(20);
        for (var at = 0; at < count; at++) {
            parts.add(
                    new Part(
                            "P" + at,
                            "Kabupaten " + "x".repeat(random.nextInt(9)),
                            Fraction.of(random.nextInt(5) == 0 ? 0 : random.nextLong(1_000_000))));
        }
        parts.add(new Part("Z", "Z", Fraction.ONE));
        for (var drawn :
                List.of(
                        chart(INDONESIAN, new Bar("a", parts)).wide("s"),
                        chart(INDONESIAN, new Bar("a", parts)).narrow("s"))) {
            var width = drawn.contains("0 0 620") ? "620" : "328";
            var rects = rects(drawn);
            assertThat(rects).hasSizeLessThanOrEqualTo(6);
            assertThat(rects.stream().map(Rect::width).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(width);
            assertThat(Pattern.compile("<text x=\"-").matcher(drawn).find()).isFalse();
        }
    }

    @Test
    void a_negative_share_or_a_whole_of_nothing_is_not_drawn() {
        var negative = new Bar("a", List.of(new Part("A", "A", Fraction.of(-1))));
        var nothing = new Bar("b", List.of(new Part("A", "A", Fraction.ZERO)));

        assertThat(StackedShares.drawable(List.of(EQUAL, negative))).isFalse();
        assertThat(StackedShares.drawable(List.of(nothing))).isFalse();
        assertThat(StackedShares.drawable(List.of())).isFalse();
        assertThatThrownBy(() -> chart(INDONESIAN, negative))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_share_is_led_from_its_base_through_its_bounds_and_rounding_to_what_is_paid() {
        var drawn = waterfall().wide("w");

        assertThat(drawn)
                .contains(">Menurut luas<", ">169,3<")
                .contains(">Batas dan sisa<", ">-12,3<")
                .contains(">Pembulatan<", ">+Rp0,41<")
                .contains(">Dibayar<", ">157<");
        var rects = rects(drawn);
        assertThat(rects.stream().map(Rect::colour)).containsExactly("c5", "c3", "c1", "c5");
    }

    @Test
    void steps_that_do_not_lead_to_the_result_are_refused() {
        assertThatThrownBy(() ->
                        Waterfall.chain(
                                new Step("a", "a", 100),
                                List.of(new Step("b", "b", -1)),
                                new Step("c", "c", 100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("99");
    }

    @Test
    void on_paper_a_drawing_is_a_file_of_its_own_with_its_colours() throws Exception {
        for (var file : List.of(chart(INDONESIAN, BY_AREA).paper(), waterfall().paper())) {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            var root = builder.parse(new InputSource(new StringReader(file))).getDocumentElement();
            assertThat(root.getAttribute("width")).isEqualTo("620");
            assertThat(root.getNamespaceURI() + root.getAttribute("xmlns"))
                    .contains("http://www.w3.org/2000/svg");
            assertThat(file).contains(".c1{fill:#12436d}");
        }
    }

    @Test
    void names_from_outside_stay_text() {
        var bar = new Bar("<b>&", List.of(new Part("A", "\"<script>", Fraction.ONE)));

        assertThat(chart(INDONESIAN, bar).wide("s"))
                .contains("&lt;b>&amp;", "&quot;&lt;script>")
                .doesNotContain("<script");
    }

    private static Waterfall waterfall() {
        return new Waterfall(
                "Sleman",
                "Dari luas ke bagian",
                Waterfall.chain(
                        new Step("Menurut luas", "Luas", 16_933_907_232L),
                        List.of(
                                new Step("Batas dan sisa", "Batas", -1_232_513_973L),
                                new Step("Pembulatan", "Bulat", 41)),
                        new Step("Dibayar", "Dibayar", 15_701_393_300L)),
                INDONESIAN,
                2);
    }

    private static StackedShares chart(PaperFormats formats, Bar... bars) {
        return new StackedShares(
                "Bagian",
                "Siapa menanggung berapa",
                List.of(bars),
                "Lainnya (%d)"::formatted,
                formats);
    }

    /** Rp330 juta of which the third member pays the rest. */
    private static Bar kartamantul(String label, long yogyakarta, long sleman) {
        return new Bar(
                label,
                List.of(
                        new Part("34.71", "Yogyakarta", Fraction.of(yogyakarta)),
                        new Part("34.04", "Sleman", Fraction.of(sleman)),
                        new Part(
                                "34.02",
                                "Bantul",
                                Fraction.of(330_000_000 - yogyakarta - sleman))));
    }

    private record Rect(String colour, BigDecimal from, BigDecimal width) {}

    private static List<Rect> rects(String drawn) {
        return Pattern.compile(
                        "<rect class=\"(c\\d)[^\"]*\" x=\"([^\"]+)\" y=\"[^\"]+\" width=\"([^\"]+)\"")
                .matcher(drawn)
                .results()
                .map(rect ->
                        new Rect(
                                rect.group(1),
                                new BigDecimal(rect.group(2)),
                                new BigDecimal(rect.group(3))))
                .toList();
    }
}
