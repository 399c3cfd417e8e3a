/**
 * How long the money lasts, on whom it hangs, and what would have to change. Reads the books and
 * never writes to them.
 *
 * <p>What the next months bring and cost stands in an {@link
 * id.patungan.forecasting.projection.Outlook}, which is gathered from the books, the awards, the
 * assessments and the budgets; {@link id.patungan.forecasting.projection.Projection} works it out
 * to the last cent, {@link id.patungan.forecasting.scenarios.Scenario} changes it.
 */
@ApplicationModule(
        displayName = "forecasting",
        allowedDependencies = {
            "allocation",
            "basics",
            "budget",
            "contributions",
            "documents",
            "grants",
            "ledger",
            "parties",
            "platform",
            "platform :: schema"
        })
@NullMarked
package id.patungan.forecasting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
