package id.patungan.cli;

import id.patungan.contributions.Basis;
import id.patungan.contributions.arrears.ArrearsPolicies;
import id.patungan.contributions.arrears.ArrearsPolicy.ClockStart;
import id.patungan.contributions.arrears.ArrearsPolicy.Terms;
import id.patungan.contributions.arrears.NewArrearsPolicy;
import id.patungan.platform.Access;

import org.springframework.stereotype.Component;

import java.time.LocalDate;

/**
 * An arrears policy for the demo, invented and marked so: no source says what Kartamantul does
 * about arrears. The thirty days are those of SALGA; where they start, SALGA's source does not say
 * either.
 */
@Component
class DemoArrears {

    private static final Terms TERMS = new Terms(ClockStart.NOTICE, 14, 30, null);

    private final ArrearsPolicies policies;

    DemoArrears(ArrearsPolicies policies) {
        this.policies = policies;
    }

    /** Enters it: one drafts, another approves. */
    void enter(Access finance, Access approver) {
        var draft =
                policies.draft(
                        finance,
                        new NewArrearsPolicy(
                                LocalDate.of(2006, 1, 1),
                                "SKB-CONTOH",
                                "Pasal 4",
                                TERMS,
                                "Rapat kepala daerah (contoh)",
                                true,
                                false,
                                false,
                                new Basis(
                                        Basis.Kind.SAMPLE,
                                        "Rekaan: sumber tidak menyebut kebijakan tunggakan"
                                                + " Kartamantul. Batas 30 hari meniru SALGA;"
                                                + " sumbernya tidak menyebut dari hari apa"
                                                + " dihitung.")),
                        "demo-arrears-policy");
        policies.decide(
                approver,
                draft.version(),
                true,
                "Disetujui dalam rapat" + DemoEntries.INVENTED,
                "demo-approve-arrears-policy");
    }
}
