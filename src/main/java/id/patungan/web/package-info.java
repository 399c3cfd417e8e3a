/** The frame around pages: layout, sign-in, errors, formatting. */
@ApplicationModule(
        displayName = "web",
        allowedDependencies = {"basics", "platform"})
@NullMarked
package id.patungan.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
