/**
 * Papers: rendering of typed records as PDF, XLSX, CSV and JSON ({@link
 * id.patungan.documents.PdfPapers}), and the register of those that left the house, numbered and
 * frozen ({@link id.patungan.documents.Register}). Sending them by e-mail is {@code mail}.
 */
@ApplicationModule(
        displayName = "documents",
        allowedDependencies = {"basics", "platform", "platform :: schema", "parties"})
@NullMarked
package id.patungan.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
