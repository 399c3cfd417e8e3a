package id.patungan.cli;

import id.patungan.contributions.stages.EventKind;
import id.patungan.contributions.stages.HolidayFile;
import id.patungan.contributions.stages.NewStageEvent;
import id.patungan.contributions.stages.Stages;
import id.patungan.platform.Access;

import org.springframework.stereotype.Component;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Invented stages of the members' budgets for the charges of 2006: one goes the whole way, one is
 * returned and deemed approved by silence, one needs no approval, one waits.
 */
@Component
class DemoStages {

    private static final String NOTE = "Rekaan: sumber tidak menyebut proses anggaran (contoh)";

    private static final String DUES = "AS-2006-0001";
    private static final String WASTE = "AS-2006-0002";
    private static final String WASTEWATER = "AS-2006-0003";

    private final Stages stages;
    private final HolidayFile holidays;

    DemoStages(Stages stages, HolidayFile holidays) {
        this.stages = stages;
        this.holidays = holidays;
    }

    /** Records the holidays of the year and what happened to its charges. */
    void record(Access finance) {
        var text = DemoEntries.text(Demo.BODY + "/holidays-2006.csv");
        holidays.read(
                finance,
                "holidays-2006.csv",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                false);
        var run = new Run(finance);
        run.happened(DUES, "34.71", EventKind.EXEMPT, "2006-01-18", "");
        run.happened(DUES, "34.71", EventKind.BUDGET, "2006-01-18", "DPA 1.20.03/2006");
        run.happened(DUES, "34.71", EventKind.PAYMENT_ORDER, "2006-03-03", "0117/SPM/2006");
        run.happened(DUES, "34.71", EventKind.SP2D, "2006-03-08", "0231/2006");
        run.happened(DUES, "34.04", EventKind.BUDGET, "2006-02-06", "DPA 1.20.05/2006");
        run.happened(DUES, "34.04", EventKind.SP2D, "2006-03-13", "0412/2006");
        run.happened(WASTE, "34.71", EventKind.SUBMITTED, "2006-02-24", "170/211/2006");
        run.happened(WASTE, "34.71", EventKind.APPROVED, "2006-03-14", "05/K/DPRD/2006");
        run.happened(WASTE, "34.71", EventKind.DRAFT_BUDGET, "2006-03-20", "");
        run.happened(WASTE, "34.71", EventKind.BUDGET, "2006-05-08", "DPPA 1.03.01/2006");
        run.happened(WASTE, "34.04", EventKind.SUBMITTED, "2006-02-27", "180/0342");
        run.happened(WASTE, "34.04", EventKind.RETURNED, "2006-03-16", "170/0118");
        run.happened(WASTE, "34.04", EventKind.RESUBMITTED, "2006-03-29", "180/0517");
        run.happened(WASTE, "34.04", EventKind.DRAFT_BUDGET, "2006-04-24", "");
        run.happened(WASTE, "34.04", EventKind.BUDGET, "2006-05-04", "DPPA 1.03.02/2006");
        run.happened(WASTE, "34.04", EventKind.PAYMENT_ORDER, "2006-12-11", "0902/SPM/2006");
        run.happened(WASTEWATER, "34", EventKind.SUBMITTED, "2006-04-10", "180/1204");
        run.happened(WASTEWATER, "34", EventKind.DRAFT_BUDGET, "2006-04-12", "");
    }

    /** One pass; the keys are numbered in order. */
    private final class Run {

        private final Access finance;
        private int count;

        Run(Access finance) {
            this.finance = finance;
        }

        void happened(
                String assessment, String party, EventKind kind, String day, String document) {
            count++;
            stages.record(
                    finance,
                    new NewStageEvent(
                            assessment, party, kind, LocalDate.parse(day), document, NOTE),
                    "demo-stage-" + count);
        }
    }
}
