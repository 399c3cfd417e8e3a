package id.patungan.cli;

import id.patungan.contributions.disputes.Confirmations;
import id.patungan.contributions.disputes.Dispute;
import id.patungan.contributions.disputes.Disputes;
import id.patungan.contributions.disputes.NewConfirmation;
import id.patungan.contributions.disputes.NewDispute;
import id.patungan.platform.Access;

import org.springframework.stereotype.Component;

import java.time.LocalDate;

/**
 * A confirmed balance and a dispute for the demo, invented and marked so. What is disputed is what
 * the source leaves open: the second kabupaten that pays ten million for wastewater has no name in
 * it.
 */
@Component
class DemoDisputes {

    private static final LocalDate YEAR_END = LocalDate.of(2006, 12, 31);

    private final Confirmations confirmations;
    private final Disputes disputes;

    DemoDisputes(Confirmations confirmations, Disputes disputes) {
        this.confirmations = confirmations;
        this.disputes = disputes;
    }

    /** Sleman confirms its balance, Bantul disputes a charge and is asked back. */
    void enter(Access finance, Access sleman, Access bantul) {
        confirmations.confirm(
                sleman,
                new NewConfirmation(
                        "34.04",
                        YEAR_END,
                        confirmations.balance(sleman, "34.04", YEAR_END).balance(),
                        "Kepala BKAD Kabupaten Sleman (contoh)"),
                "demo-confirmation");
        var raised =
                disputes.raise(
                        bantul,
                        new NewDispute(
                                "34.02",
                                Dispute.Subject.CHARGE,
                                null,
                                "AS-2006-0003/34.02",
                                null,
                                null,
                                "Sumber menyebut kabupaten kedua tanpa nama; bahwa itu Bantul"
                                        + " hanya disimpulkan"
                                        + DemoEntries.INVENTED),
                        "demo-dispute");
        disputes.ask(
                finance,
                raised.number(),
                "Apakah ada surat kesepakatan yang menyebut kabupaten lain?" + DemoEntries.INVENTED,
                "demo-dispute-asked");
    }
}
