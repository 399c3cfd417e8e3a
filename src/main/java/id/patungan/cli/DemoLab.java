package id.patungan.cli;

import id.patungan.basics.Money;
import id.patungan.contributions.lab.LabPapers;
import id.patungan.contributions.lab.NewComparison;
import id.patungan.contributions.lab.NewComparison.Candidate;
import id.patungan.contributions.lab.NewComparison.Ramp;
import id.patungan.parties.Indicators;
import id.patungan.platform.Access;

import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * A comparison for the forum, as the demo's secretariat would make it: the dues in force beside two
 * keys that were talked about, on official figures.
 */
@Component
class DemoLab {

    private static final String BY_POPULATION =
            """
            name: Menurut penduduk (contoh)
            rule: {kind: weights, indicator: population}
            """;

    private static final String BY_AREA =
            """
            name: Menurut luas, 10 sampai 50 % (contoh)
            rule:
              kind: bounded
              floor: 10
              cap: 50
              rule: {kind: weights, indicator: area_km2}
            """;

    private final Indicators indicators;
    private final LabPapers papers;

    DemoLab(Indicators indicators, LabPapers papers) {
        this.indicators = indicators;
        this.papers = papers;
    }

    /** Records the official figures, and saves it. */
    void save(Access finance) {
        indicators.adoptOfficial(finance, List.of("34.71", "34.04", "34.02"));
        papers.save(
                finance,
                "Tiga kunci iuran sekretariat, angka resmi 2024 dan 2025 (contoh)",
                new NewComparison(
                        Money.of(Currency.getInstance("IDR"), new BigDecimal("330000000")),
                        2025,
                        LocalDate.of(2006, 12, 31),
                        List.of(
                                new Candidate(DemoRules.DUES, 1, null, null),
                                Candidate.of(BY_POPULATION),
                                new Candidate(null, null, BY_AREA, 2024)),
                        null,
                        null,
                        new Ramp(1, 2, 3, null)),
                null,
                "demo-lab");
    }
}
