/**
 * Papers about awards: the statement to a donor, the account of a hibah, the bridge between them
 * and what others bore, each assembled by a pure function from the award's book and drawn as page,
 * PDF, XLSX, CSV and JSON from the same record. Start reading at {@link
 * id.patungan.grants.papers.PaperLayout}.
 */
@NullMarked
package id.patungan.grants.papers;

import org.jspecify.annotations.NullMarked;
