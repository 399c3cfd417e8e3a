package id.patungan.statements;

import id.patungan.basics.Money;
import id.patungan.contributions.Basis;
import id.patungan.contributions.StatementFact;
import id.patungan.documents.PaperBody;
import id.patungan.documents.PaperSignatory;
import id.patungan.statements.RegionStatement.Known;
import id.patungan.statements.RegionStatement.Note;
import id.patungan.statements.RegionStatement.Party;
import id.patungan.statements.RegionStatement.Share;
import id.patungan.statements.StatementMaterial.Posted;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Statements made by hand: the year of Sleman as the design shows it, and others on its pattern.
 */
final class StatementSamples {

    static final Currency IDR = Currency.getInstance("IDR");
    static final Made MADE = new Made(Instant.parse("2006-12-31T09:40:00Z"), "bendahara");
    static final LocalDate FIRST = LocalDate.of(2006, 1, 1);
    static final LocalDate LAST = LocalDate.of(2006, 12, 31);

    private static final Basis ASSUMED =
            new Basis(Basis.Kind.ASSUMED, "Dibagi rata; sumber tidak menyebut kuncinya");
    private static final Basis SAMPLE = new Basis(Basis.Kind.SAMPLE, "Tanggal dan nomor rekaan");
    private static final Basis SOURCE = new Basis(Basis.Kind.SOURCE, "Studi UGM 2006/07");

    private final List<Posted> postings = new ArrayList<>();
    private final List<StatementFact> facts = new ArrayList<>();
    private Map<String, Long> opening = Map.of();
    private Party party = new Party("34.04", "Kabupaten Sleman");
    private @Nullable Long reverses;
    private @Nullable Long reversedBy;

    /** Sleman's year: 405 million charged net, 362.5 million paid, one charge issued twice. */
    static StatementMaterial sleman() {
        var year = new StatementSamples();
        year.charge(
                12,
                "2006-01-16",
                "AS-2006-0001",
                "Iuran operasional sekretariat, termin I",
                "2006",
                "Setda",
                "11300",
                5_500_000_000L,
                ASSUMED);
        year.charge(
                31,
                "2006-02-20",
                "AS-2006-0002",
                "Biaya persampahan 15% \u00d7 Rp1,9 miliar, termin I",
                "2006",
                "DPU",
                "11310",
                14_250_000_000L,
                SOURCE);
        year.receipt(
                44,
                "2006-03-14",
                "RC-2006-0003",
                "Penerimaan iuran termin I",
                "Setda",
                "0412/2006",
                "11300",
                5_500_000_000L,
                0);
        year.charge(
                60,
                "2006-04-03",
                "AS-2006-0003",
                "Biaya air limbah, jumlah tetap",
                "2006",
                "DPU",
                "11310",
                1_000_000_000L,
                SOURCE);
        year.receipt(
                75,
                "2006-05-15",
                "RC-2006-0007",
                "Penerimaan persampahan termin I",
                "DPU",
                "1180/2006",
                "11310",
                14_250_000_000L,
                0);
        year.receipt(
                89,
                "2006-06-19",
                "RC-2006-0009",
                "Penerimaan air limbah",
                "DPU",
                "1533/2006",
                "11310",
                1_000_000_000L,
                20_000_000L);
        year.charge(
                102,
                "2006-07-03",
                "AS-2006-0004",
                "Iuran operasional sekretariat, termin II",
                "2006",
                "Setda",
                "11300",
                5_500_000_000L,
                ASSUMED);
        year.reversedBy = 104L;
        year.charge(
                103,
                "2006-07-04",
                "AS-2006-0005",
                "Iuran termin II, terbit ganda",
                "2006",
                "Setda",
                "11300",
                5_500_000_000L,
                SAMPLE);
        year.reversedBy = null;
        year.reverses = 103L;
        year.correction(
                104,
                "2006-07-05",
                "AS-2006-0005",
                "Balik AS-2006-0005: terbit ganda",
                "11300",
                -5_500_000_000L);
        year.reverses = null;
        year.charge(
                131,
                "2006-08-21",
                "AS-2006-0006",
                "Biaya persampahan 15% \u00d7 Rp1,9 miliar, termin II",
                "2006",
                "DPU",
                "11310",
                14_250_000_000L,
                SOURCE);
        year.receipt(
                150,
                "2006-09-12",
                "RC-2006-0014",
                "Penerimaan iuran termin II",
                "Setda",
                "2204/2006",
                "11300",
                5_500_000_000L,
                0);
        year.receipt(
                198,
                "2006-12-18",
                "RC-2006-0021",
                "Penerimaan persampahan termin II, sebagian",
                "DPU",
                "3391/2006",
                "11310",
                10_000_000_000L,
                0);
        return year.material();
    }

    /** Nothing happened, something is owed from before. */
    static StatementMaterial quiet() {
        var year = new StatementSamples();
        year.opening = Map.of("11300", 1_234_567_89L);
        return year.material();
    }

    /** Many movements: {@code count} charges and receipts in turn. */
    static StatementMaterial busy(int count) {
        var year = new StatementSamples();
        for (int n = 1; n <= count; n++) {
            var day = FIRST.plusDays(n * 360L / count).toString();
            if (n % 2 == 1) {
                year.charge(
                        n,
                        day,
                        "AS-2006-%04d".formatted(n),
                        "Tagihan ke-" + n,
                        "2006",
                        "DPU",
                        "11310",
                        1_000_000L + n,
                        null);
            } else {
                year.receipt(
                        n,
                        day,
                        "RC-2006-%04d".formatted(n),
                        "Penerimaan ke-" + n,
                        "DPU",
                        "%04d/2006".formatted(n),
                        "11310",
                        900_000L + n,
                        7L);
            }
        }
        return year.material();
    }

    /**
     * Names and texts as long as the database allows, and text that looks like a formula or markup.
     */
    static StatementMaterial wordy() {
        var year = new StatementSamples();
        year.party =
                new Party(
                        "99.99",
                        "Kabupaten Kepulauan Siau Tagulandang Biaro dan Daerah Persiapan Pemekaran"
                                + " Wilayah Perbatasan");
        year.charge(
                1,
                "2006-02-01",
                "=HYPERLINK(\"x\")",
                "+Iuran & biaya <b>bersama</b> untuk pengelolaan persampahan, air limbah, drainase, jalan,"
                        + " transportasi, tata ruang dan air bersih lintas daerah tahun anggaran berjalan"
                        + " sesuai keputusan bersama para kepala daerah anggota",
                "Januari 2006 sampai dengan Desember 2006",
                "Dinas Pekerjaan Umum, Perumahan dan Kawasan Permukiman",
                "11310",
                99_999_999_999_999L,
                SAMPLE);
        year.receipt(
                2,
                "2006-03-01",
                "RC-2006-0001",
                "-Penerimaan",
                "BKAD",
                "@SUM(1)",
                "11310",
                12_345_678_901_234L,
                99_999_999L);
        return year.material();
    }

    /** More was paid than charged. */
    static StatementMaterial overpaid() {
        var year = new StatementSamples();
        year.charge(
                1,
                "2006-02-01",
                "AS-2006-0001",
                "Iuran",
                "2006",
                "Setda",
                "11300",
                1_000_000_00L,
                null);
        year.receipt(
                2,
                "2006-03-01",
                "RC-2006-0001",
                "Penerimaan",
                "Setda",
                "1/2006",
                "11300",
                1_000_000_00L,
                0);
        year.posted(3, "2006-04-01", "Setoran tanpa surat tagihan", "21600", -250_000_50L);
        return year.material();
    }

    private void charge(
            long entry,
            String day,
            String document,
            String description,
            String period,
            String unit,
            String account,
            long amount,
            @Nullable Basis basis) {
        posted(entry, day, description, account, amount);
        fact(
                entry,
                StatementFact.Kind.CHARGE,
                day,
                document,
                description,
                period,
                unit,
                null,
                amount,
                0,
                0,
                basis);
    }

    private void receipt(
            long entry,
            String day,
            String document,
            String description,
            String unit,
            String sp2d,
            String account,
            long gross,
            long deductions) {
        posted(entry, day, description, account, -gross);
        fact(
                entry,
                StatementFact.Kind.RECEIPT,
                day,
                document,
                description,
                "2006",
                unit,
                sp2d,
                0,
                gross,
                deductions,
                SAMPLE);
    }

    private void correction(
            long entry,
            String day,
            String document,
            String description,
            String account,
            long amount) {
        posted(entry, day, description, account, amount);
        fact(
                entry,
                StatementFact.Kind.CORRECTION,
                day,
                document,
                description,
                "2006",
                "Setda",
                null,
                amount,
                0,
                0,
                SAMPLE);
    }

    private void posted(long entry, String day, String description, String account, long amount) {
        postings.add(
                new Posted(
                        entry,
                        LocalDate.parse(day),
                        description,
                        null,
                        account,
                        amount,
                        null,
                        null,
                        reverses,
                        reversedBy));
    }

    private void fact(
            long entry,
            StatementFact.Kind kind,
            String day,
            String document,
            String description,
            String period,
            String unit,
            @Nullable String sp2d,
            long charged,
            long gross,
            long deductions,
            @Nullable Basis basis) {
        facts.add(
                new StatementFact(
                        entry,
                        kind,
                        document,
                        LocalDate.parse(day),
                        description,
                        period,
                        unit,
                        sp2d == null ? null : "5.1.02.02.01.0026",
                        sp2d,
                        null,
                        rupiah(charged),
                        rupiah(gross),
                        rupiah(deductions),
                        rupiah(gross - deductions),
                        rupiah(0),
                        null,
                        basis,
                        reverses));
    }

    private StatementMaterial material() {
        var closing = new HashMap<>(opening);
        postings.forEach(posted -> closing.merge(posted.account(), posted.amount(), Long::sum));
        return new StatementMaterial(
                new PaperBody(
                        "kartamantul",
                        "Sekretariat Bersama Kartamantul",
                        List.of(
                                "Kota Yogyakarta \u00b7 Kabupaten Sleman \u00b7 Kabupaten Bantul",
                                "Jalan Contoh No. 1, Yogyakarta"),
                        "Yogyakarta",
                        IDR,
                        ZoneId.of("Asia/Jakarta"),
                        true),
                party,
                FIRST,
                LAST,
                new Known(
                        214,
                        "9c417ae052bd00112233445566778899aabbccddeeff00112233445566e07b01",
                        Instant.parse("2006-12-31T09:31:07Z")),
                opening,
                closing,
                postings,
                facts,
                List.of(
                        new Share(
                                "AS-2006-0002", "Persampahan", 28_500_000_000L, 190_000_000_000L)),
                List.of("PKS No. 01/PKS/2006"),
                List.of(
                        new Note(
                                Basis.Kind.SAMPLE,
                                "Nomor, tanggal, potongan dan pembayaran adalah rekaan",
                                "Numbers, dates, deductions and payments are invented")),
                List.of(
                        new PaperSignatory(
                                true,
                                "Kepala Sekretariat",
                                "(nama contoh)",
                                "19600101 198503 1 001"),
                        new PaperSignatory(false, "Bendahara", "(nama contoh)", null)),
                RegionStatement.Remarks.NONE);
    }

    static Money rupiah(long minorUnits) {
        return new Money(IDR, minorUnits);
    }
}
