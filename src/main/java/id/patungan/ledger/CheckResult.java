package id.patungan.ledger;

import java.util.List;

/**
 * What a check found.
 *
 * @param check its name
 * @param examined how many things it looked at: entries, accounts, ranges, anchors
 * @param failures how many of them were wrong
 * @param findings the first of the wrong ones, in English, with their numbers; at most {@value
 *     #SHOWN}
 */
public record CheckResult(String check, long examined, long failures, List<String> findings) {

    /** How many findings are shown in words. */
    public static final int SHOWN = 20;

    /** Keeps the first findings. */
    public CheckResult {
        findings = List.copyOf(findings.subList(0, Math.min(findings.size(), SHOWN)));
    }

    /** Every wrong thing is a finding. */
    public static CheckResult of(String check, long examined, List<String> findings) {
        return new CheckResult(check, examined, findings.size(), findings);
    }

    /** Whether nothing was wrong. */
    public boolean passed() {
        return failures == 0;
    }
}
