package id.patungan.documents;

import id.patungan.documents.FanChart.Month;
import id.patungan.documents.FundingMix.Mark;
import id.patungan.documents.FundingMix.Year;
import id.patungan.documents.TimeLine.Point;
import id.patungan.documents.TimeLine.Series;
import id.patungan.documents.TimeLine.Threshold;
import id.patungan.documents.Waterfall.Cover;
import id.patungan.documents.Waterfall.Step;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Charts of a secretariat with a donor that leaves, and of anything. */
final class SampleCharts {

    static final PaperFormats INDONESIAN = formats(PaperFormats.INDONESIAN);
    static final PaperFormats ENGLISH = formats(Locale.ENGLISH);

    static final Map<String, String> CLASSES =
            Map.of(
                    "D0", "D0 lain-lain",
                    "D1", "D1 iuran",
                    "D2", "D2 hibah pemerintah",
                    "D3", "D3 donor",
                    "D4", "D4 sponsor",
                    "D5", "D5 unit usaha");

    private static final FundingMix.Words WORDS =
            new FundingMix.Words("realisasi", "rencana", "Kebutuhan", "kekurangan");
    private static final TimeLine.Words LINE_WORDS = new TimeLine.Words("realisasi", "rencana");
    private static final Tornado.Words TORNADO_WORDS =
            new Tornado.Words("asumsi turun", "asumsi naik");
    private static final List<String> SYLLABLES =
            List.of("sam", "pah", "ku", "lon", "pro", "go", "wa", "TPA", "Gu", "nung", "mil", "W");

    private final Random random;

    SampleCharts(long seed) {
        this.random = new Random(seed);
    }

    private static PaperFormats formats(Locale language) {
        return new PaperFormats(language, Currency.getInstance("IDR"), ZoneId.of("Asia/Jakarta"));
    }

    /** Dues of Rp330 million beside GTZ's Rp200 million that end with 2007. */
    static FundingMix kartamantul(PaperFormats formats) {
        var years = new ArrayList<Year>();
        var business = List.of(0, 0, 0, 60, 120, 160);
        for (int at = 0; at < business.size(); at++) {
            years.add(
                    new Year(
                            2006 + at,
                            at > 0,
                            Map.of(
                                    "D1",
                                    33_000_000_000L,
                                    "D3",
                                    at < 2 ? 20_000_000_000L : 0,
                                    "D5",
                                    business.get(at) * 100_000_000L),
                            53_000_000_000L));
        }
        return new FundingMix(
                "Bauran pendanaan dan akhir donor",
                "Iuran 330 juta tiap tahun, donor 200 juta sampai 2007",
                years,
                CLASSES,
                List.of(new Mark(LocalDate.of(2007, 12, 31), "GTZ berakhir 31-12-2007")),
                WORDS,
                formats,
                2);
    }

    static FanChart fan(PaperFormats formats, int count) {
        var months = new ArrayList<Month>();
        for (int at = 0; at < count; at++) {
            var median = 3_300_000_000L - at * 570_000_000L + at % 6 * 300_000_000L;
            var wide = 400_000_000L + at * 400_000_000L;
            months.add(
                    new Month(
                            YearMonth.of(2008, 1).plusMonths(at),
                            median - wide,
                            median - wide / 3,
                            median,
                            median + wide / 3,
                            median + wide));
        }
        return new FanChart(
                "Kipas kas", "Median turun", months, "median habis: %s"::formatted, formats, 2);
    }

    static Tornado tornado(PaperFormats formats) {
        return new Tornado(
                "Tornado",
                "Belanja paling menentukan",
                List.of(
                        new Tornado.Row("Belanja ±10%", -5_300_000_000L, 5_300_000_000L),
                        new Tornado.Row("Iuran ±10%", -3_300_000_000L, 3_300_000_000L),
                        new Tornado.Row(
                                "Unit usaha TPA mundur / maju 6 bulan",
                                -3_000_000_000L,
                                3_000_000_000L),
                        new Tornado.Row("Gaji ±10%", 2_100_000_000L, -2_100_000_000L),
                        new Tornado.Row("Inflasi ±3 poin", -1_680_000_000L, 1_590_000_000L),
                        new Tornado.Row("Sleman terlambat / tepat waktu", -2_750_000_000L, 0),
                        new Tornado.Row("Kurs ±5%", -900_000_000L, -400_000_000L),
                        new Tornado.Row("Denda", 0, 0)),
                TORNADO_WORDS,
                formats,
                2);
    }

    static TimeLine reserve(PaperFormats formats) {
        var points = new ArrayList<Point>();
        for (int at = 0; at < 36; at++) {
            var value = at == 3 ? null : Long.valueOf(52 - at * 2L + at % 4 * 3L);
            points.add(new Point(YearMonth.of(2006, 7).plusMonths(at), value, at >= 12));
        }
        return TimeLine.numbers(
                "Bulan cadangan",
                "Turun",
                List.of(new Series("Cadangan", points, "habis %s"::formatted)),
                new Threshold("ambang 3 bulan", 30),
                LINE_WORDS,
                formats,
                1);
    }

    static TimeLine cash(PaperFormats formats) {
        var free = new ArrayList<Point>();
        var all = new ArrayList<Point>();
        for (int at = 0; at < 60; at++) {
            var month = YearMonth.of(2006, 1).plusMonths(at);
            var value = 30_000_000_000L - at * 900_000_000L + at % 12 * 1_200_000_000L;
            free.add(new Point(month, value, at >= 24));
            all.add(new Point(month, value + 8_000_000_000L, at >= 24));
        }
        return TimeLine.amounts(
                "Kas",
                "Turun",
                List.of(
                        new Series("Kas bebas", free, "kas bebas habis: %s"::formatted),
                        new Series("Seluruh kas", all, "seluruh kas habis: %s"::formatted)),
                new Threshold("cadangan minimum", 5_000_000_000L),
                LINE_WORDS,
                formats,
                2);
    }

    static Waterfall gap(PaperFormats formats) {
        return new Waterfall(
                "Kesenjangan",
                "Kebutuhan 530, iuran 330, kekurangan 40",
                Waterfall.gap(
                        new Step("Kebutuhan setahun", "Butuh", 53_000_000_000L),
                        List.of(
                                cover("D1 iuran anggota", "Iuran", 33_000_000_000L, "c1"),
                                cover("D2 bantuan pemerintah", "Bantuan", 0, "c5"),
                                cover("D3 donor", "Donor", 0, "c4"),
                                cover("D5 unit usaha", "Usaha", 16_000_000_000L, "c2")),
                        new Step("Kekurangan", "Kurang", 4_000_000_000L)),
                formats,
                2);
    }

    private static Cover cover(String label, String brief, long amount, String colour) {
        return new Cover(new Step(label, brief, amount), colour);
    }

    /** One of each, of any size. */
    List<DrawnChart> any(PaperFormats formats) {
        return List.of(
                anyMix(formats),
                anyLine(formats),
                anyFan(formats),
                anyTornado(formats),
                anyGap(formats));
    }

    private String words(int most) {
        var text = new StringBuilder();
        var count = 1 + random.nextInt(most);
        for (int at = 0; at < count; at++) {
            if (at > 0) text.append(' ');
            var syllables = 1 + random.nextInt(4);
            for (int of = 0; of < syllables; of++) {
                text.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
            }
        }
        return text.toString();
    }

    /** From nothing to quadrillions of rupiah, sometimes below zero. */
    private long scale() {
        var scale = 1L;
        for (int at = random.nextInt(17); at > 0; at--) scale *= 10;
        return scale;
    }

    private long amount(long scale, boolean signed) {
        var amount = (long) random.nextInt(1000) * Math.max(1, scale / 100) / 10;
        if (random.nextInt(4) == 0) return 0;
        return signed && random.nextInt(4) == 0 ? -amount : amount;
    }

    private FundingMix anyMix(PaperFormats formats) {
        var scale = scale() / 10;
        var signed = random.nextInt(4) == 0;
        var first = 2000 + random.nextInt(30);
        var years = new ArrayList<Year>();
        var count = 1 + random.nextInt(13);
        var actual = random.nextInt(4);
        for (int at = 0; at < count; at++) {
            var income = new TreeMap<String, Long>();
            for (var code : new TreeMap<>(CLASSES).keySet()) {
                if (random.nextBoolean()) income.put(code, amount(scale, signed));
            }
            var same = at > 0 && random.nextBoolean();
            years.add(
                    new Year(
                            first + at,
                            at >= actual,
                            same ? years.getLast().income() : income,
                            same ? years.getLast().need() : amount(scale * 3, signed)));
        }
        var classes = new TreeMap<>(CLASSES);
        if (random.nextBoolean()) classes.replaceAll((code, name) -> code + " " + words(5));
        var marks = new ArrayList<Mark>();
        for (int at = random.nextInt(4); at > 0; at--) {
            marks.add(
                    new Mark(
                            LocalDate.of(first + random.nextInt(count + 1), 1, 1)
                                    .plusDays(random.nextInt(365)),
                            words(6)));
        }
        return new FundingMix(words(4), "", years, classes, marks, WORDS, formats, 2);
    }

    private TimeLine anyLine(PaperFormats formats) {
        var numbers = random.nextBoolean();
        var scale = numbers ? 100 : scale();
        var series = new ArrayList<Series>();
        var first = YearMonth.of(2020, 1).plusMonths(random.nextInt(24));
        for (int number = random.nextInt(2); number >= 0; number--) {
            var points = new ArrayList<Point>();
            var count = 1 + random.nextInt(132);
            var actual = random.nextInt(60);
            var start = first.plusMonths(random.nextInt(6));
            for (int at = 0; at < count; at++) {
                var value = random.nextInt(9) == 0 ? null : (Long) amount(scale, true);
                points.add(new Point(start.plusMonths(at), value, at >= actual));
            }
            series.add(new Series(words(3), points, (words(4) + ": %s")::formatted));
        }
        var threshold = random.nextBoolean() ? new Threshold(words(3), amount(scale, true)) : null;
        return numbers
                ? TimeLine.numbers("a", "b", series, threshold, LINE_WORDS, formats, 1)
                : TimeLine.amounts("a", "b", series, threshold, LINE_WORDS, formats, 2);
    }

    private FanChart anyFan(PaperFormats formats) {
        var scale = scale();
        var first = YearMonth.of(2020, 1).plusMonths(random.nextInt(24));
        var months = new ArrayList<Month>();
        var count = random.nextBoolean() ? 12 + random.nextInt(109) : 1 + random.nextInt(12);
        for (int at = 0; at < count; at++) {
            var levels =
                    random.longs(5, 0, 5)
                            .map(level -> amount(scale, true))
                            .sorted()
                            .boxed()
                            .toList();
            months.add(
                    new Month(
                            first.plusMonths(at),
                            levels.get(0),
                            levels.get(1),
                            levels.get(2),
                            levels.get(3),
                            levels.get(4)));
        }
        return new FanChart("a", "b", months, (words(3) + ": %s")::formatted, formats, 2);
    }

    private Tornado anyTornado(PaperFormats formats) {
        var scale = scale();
        var rows = new ArrayList<Tornado.Row>();
        for (int at = random.nextInt(12); at >= 0; at--) {
            rows.add(new Tornado.Row(words(8), amount(scale, true), amount(scale, true)));
        }
        return new Tornado("a", "b", rows, TORNADO_WORDS, formats, 2);
    }

    private Waterfall anyGap(PaperFormats formats) {
        var scale = scale() / 10;
        var need = amount(scale * 3, true);
        var level = need;
        var covers = new ArrayList<Cover>();
        for (int at = random.nextInt(7); at > 0; at--) {
            var amount = amount(scale, true);
            covers.add(cover(words(4), words(1), amount, "c" + at));
            level -= amount;
        }
        return new Waterfall(
                "a",
                "b",
                Waterfall.gap(
                        new Step(words(2), words(1), need),
                        covers,
                        new Step(words(2), words(1), level)),
                formats,
                2);
    }
}
