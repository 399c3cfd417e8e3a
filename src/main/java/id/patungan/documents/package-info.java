/** Rendering of typed records as PDF, XLSX, CSV and JSON. */
@ApplicationModule(
        displayName = "documents",
        allowedDependencies = {"basics", "platform", "platform :: schema", "parties"})
@NullMarked
package id.patungan.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
