package id.patungan.cli;

import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.platform.Access;

import org.springframework.stereotype.Component;

import java.time.LocalDate;

/**
 * The rules by which the demo charges, as its people would enter them: one drafts, another
 * approves. A proposal for the next year waits for its decision.
 */
@Component
class DemoRules {

    static final String DUES = "IURAN";
    static final String WASTE = "SAMPAH";
    static final String WASTEWATER = "LIMBAH";

    private static final String AGREEMENT = "SKB-CONTOH";
    private static final LocalDate FROM = LocalDate.of(2006, 1, 1);
    private static final LocalDate NEXT = LocalDate.of(2007, 1, 1);

    private final Rules rules;

    DemoRules(Rules rules) {
        this.rules = rules;
    }

    /** Enters them. */
    void enter(Access finance, Access approver) {
        approve(finance, approver, version(DUES, "dues.yml", FROM, "Pasal 1"));
        approve(finance, approver, version(WASTE, "waste.yml", FROM, "Pasal 2"));
        approve(finance, approver, version(WASTEWATER, "wastewater.yml", FROM, "Pasal 3"));
        draft(finance, version(DUES, "dues-proposal.yml", NEXT, "Pasal 1"));
    }

    private void approve(Access finance, Access approver, NewRuleVersion wish) {
        var version = draft(finance, wish);
        rules.decide(
                approver,
                wish.code(),
                version,
                true,
                "Disetujui dalam rapat" + DemoEntries.INVENTED,
                "demo-approve-" + wish.code());
    }

    private int draft(Access finance, NewRuleVersion wish) {
        return rules.draft(finance, wish, "demo-draft-" + wish.code() + "-" + wish.effectiveFrom())
                .version();
    }

    private static NewRuleVersion version(
            String code, String file, LocalDate from, String article) {
        return new NewRuleVersion(
                code, DemoEntries.text(Demo.BODY + "/" + file), from, AGREEMENT, article);
    }
}
