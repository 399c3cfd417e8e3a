package id.patungan.contributions;

import id.patungan.basics.BodyId;
import id.patungan.contributions.OpenItemRepository.As;
import id.patungan.ledger.BookCheck;
import id.patungan.ledger.CheckResult;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.TreeMap;

/**
 * What papers took off charges is within what there is: the allowance of a charge (11390, by party
 * and charge) never has a debit balance, what is in memo is never less than nothing, and no credit
 * note takes back more than was charged.
 */
@Component
class ClaimCheck implements BookCheck {

    private final ClaimRepository claims;

    ClaimCheck(ClaimRepository claims) {
        this.claims = claims;
    }

    @Override
    public String name() {
        return "claims-hold";
    }

    @Override
    public CheckResult run(BodyId body, long knownAt) {
        var as = new As(null, knownAt, LocalDate.EPOCH);
        var sums = new TreeMap<>(claims.sums(body, null, Assessments.EVERYTHING, as));
        var charged = claims.charged(body, as);
        var findings = new ArrayList<String>();
        sums.forEach((charge, sum) -> {
            if (sum.allowance() < 0) {
                findings.add(
                        "The allowance on %s has a debit balance of %d"
                                .formatted(charge, -sum.allowance()));
            }
            if (sum.memo() < 0) {
                findings.add(
                        "More of %s was recovered or given up than was written off: %d"
                                .formatted(charge, -sum.memo()));
            }
            var most = charged.getOrDefault(charge, 0L);
            if (sum.credited() > most) {
                findings.add(
                        "%d of %s was credited, %d was charged"
                                .formatted(sum.credited(), charge, most));
            }
        });
        return CheckResult.of(name(), knownAt, findings);
    }
}
