package id.patungan.cli;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Basis;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.NewReceipt;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** The dues of a further body of the demo for one year, by a rule of its own, and what was paid. */
@Component
class DemoDues {

    private static final String RULE = "IURAN";
    private static final Currency RUPIAH = Currency.getInstance("IDR");
    private static final String PAID =
            "Rekaan: sumber tidak menyebut tanggal, cara dan jumlah bayar";

    private final DemoOffice office;
    private final Rules rules;
    private final Assessments assessments;
    private final Receipts receipts;

    DemoDues(DemoOffice office, Rules rules, Assessments assessments, Receipts receipts) {
        this.office = office;
        this.rules = rules;
        this.assessments = assessments;
        this.receipts = receipts;
    }

    /**
     * The dues of a body for a year.
     *
     * @param total in rupiah; null for a rule that makes its own
     * @param figures to divide by; null to take what the rule says
     */
    record Dues(
            String body,
            LocalDate day,
            String agreement,
            String article,
            @Nullable String total,
            @Nullable String figures,
            String description,
            Basis basis) {}

    /** Approves the rule and charges by it; answers the code of the assessment. */
    String charge(Access finance, Dues dues) {
        var version =
                rules.draft(
                        finance,
                        new NewRuleVersion(
                                RULE,
                                DemoEntries.text(dues.body() + "/dues.yml"),
                                dues.day().withDayOfYear(1),
                                dues.agreement(),
                                dues.article()),
                        "demo-rule");
        rules.decide(
                office.approver(finance),
                RULE,
                version.version(),
                true,
                "Disetujui dalam rapat" + DemoEntries.INVENTED,
                "demo-approve-rule");
        var total = dues.total();
        return assessments
                .issue(
                        finance,
                        new NewAssessment(
                                NewAssessment.Kind.DUES,
                                dues.day().getYear(),
                                new FundCode("UMUM"),
                                null,
                                total == null ? null : Money.of(RUPIAH, new BigDecimal(total)),
                                null,
                                RULE,
                                dues.figures(),
                                null,
                                null,
                                dues.day(),
                                dues.day().plusMonths(3),
                                dues.description(),
                                dues.basis(),
                                Map.of(),
                                Map.of()),
                        "demo-dues")
                .code();
    }

    /** A payment of a member, in main units of the book. */
    void paid(Access finance, String party, LocalDate day, String amount) {
        var currency = assessments.list(finance, null).getFirst().amount().currency();
        receipts.record(
                finance,
                new NewReceipt(
                        party,
                        day,
                        "Pembayaran iuran" + DemoEntries.INVENTED,
                        List.of(
                                new NewReceipt.Part(
                                        new FundCode("UMUM"),
                                        new AccountCode("11200"),
                                        Money.of(currency, new BigDecimal(amount)),
                                        List.of(),
                                        null)),
                        null,
                        null,
                        null,
                        null,
                        new Basis(Basis.Kind.SAMPLE, PAID)),
                "demo-receipt-" + party);
    }
}
