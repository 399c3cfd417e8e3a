/**
 * What every module speaks: money and its text forms, periods, ids, the base of all refusals. Start
 * reading at {@link id.patungan.basics.Money}.
 */
@ApplicationModule(
        displayName = "basics",
        allowedDependencies = {})
@NullMarked
package id.patungan.basics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
