/** Papers that draw on several features: the statement per region. */
@ApplicationModule(
        displayName = "statements",
        allowedDependencies = {
            "allocation",
            "basics",
            "contributions",
            "contributions :: arrears",
            "contributions :: disputes",
            "contributions :: paying",
            "documents",
            "ledger",
            "parties",
            "platform",
            "platform :: schema"
        })
@NullMarked
package id.patungan.statements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
