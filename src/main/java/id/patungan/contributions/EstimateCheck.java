package id.patungan.contributions;

import id.patungan.basics.BodyId;
import id.patungan.ledger.BookCheck;
import id.patungan.ledger.CheckResult;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.TreeSet;

/** 11330 holds what is estimated and not yet billed, party by party. */
@Component
class EstimateCheck implements BookCheck {

    private final EstimateRepository estimates;

    EstimateCheck(EstimateRepository estimates) {
        this.estimates = estimates;
    }

    @Override
    public String name() {
        return "estimates-tie";
    }

    @Override
    public CheckResult run(BodyId body, long knownAt) {
        var expected = estimates.expected(body, knownAt);
        var posted = estimates.posted(body, knownAt);
        var all = new TreeSet<>(expected.keySet());
        all.addAll(posted.keySet());
        var findings = new ArrayList<String>();
        for (var one : all) {
            long due = expected.getOrDefault(one, 0L);
            long there = posted.getOrDefault(one, 0L);
            if (due != there) {
                findings.add(
                        "11330 of %s holds %d, but %d are estimated and not billed"
                                .formatted(one, there, due));
            }
        }
        // An empty account is looked at too
        return CheckResult.of(name(), Math.max(1, all.size()), findings);
    }
}
