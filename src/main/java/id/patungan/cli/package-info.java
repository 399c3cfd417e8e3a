/** The same services from a shell. */
@ApplicationModule(
        displayName = "cli",
        allowedDependencies = {
            "allocation",
            "basics",
            "budget",
            "contributions",
            "contributions :: arrears",
            "contributions :: disputes",
            "contributions :: lab",
            "contributions :: letters",
            "contributions :: paying",
            "contributions :: reminders",
            "contributions :: rules",
            "contributions :: sheet",
            "contributions :: stages",
            "documents",
            "forecasting",
            "forecasting :: indicators",
            "forecasting :: papers",
            "forecasting :: projection",
            "forecasting :: scenarios",
            "grants",
            "grants :: iati",
            "grants :: papers",
            "grants :: rates",
            "ledger",
            "parties",
            "platform",
            "statements"
        })
@NullMarked
package id.patungan.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
