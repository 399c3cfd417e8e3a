/**
 * Clock, who may see and do what, audit trail, background jobs, database start-up, generated
 * tables.
 */
@ApplicationModule(
        displayName = "platform",
        allowedDependencies = {"basics"})
@NullMarked
package id.patungan.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
