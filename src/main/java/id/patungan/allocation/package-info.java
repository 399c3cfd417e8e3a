/** Pure functions: a rule and the parties' figures in, exact shares and a trace out. */
@ApplicationModule(
        displayName = "allocation",
        allowedDependencies = {"basics"})
@NullMarked
package id.patungan.allocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
