/**
 * Assessments, the split of project costs, receivables and receipts.
 *
 * <p>What is charged starts at {@link id.patungan.contributions.Assessments}, money at {@link
 * id.patungan.contributions.Receipts}, later figures at {@link
 * id.patungan.contributions.Recalculations}, dues that are earned before they are billed at {@link
 * id.patungan.contributions.DuesEstimates}, and what becomes of a charge beside being paid, credit
 * notes, allowances and write-offs, at {@link id.patungan.contributions.Claims}.
 */
@ApplicationModule(
        displayName = "contributions",
        allowedDependencies = {
            "allocation",
            "basics",
            "documents",
            "documents :: mail",
            "ledger",
            "parties",
            "platform",
            "platform :: schema"
        })
@NullMarked
package id.patungan.contributions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
