/** Assessments, the split of project costs, receivables and receipts. */
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
