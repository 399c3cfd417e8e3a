/**
 * Papers about awards: the statement to a donor, the account of a hibah, the account of whoever
 * else bore costs and the bridge between them, and the layouts that some donors ask for; each
 * assembled by a pure function from the award's book, tied to the ledger before it is shown, and
 * drawn as page, PDF, XLSX, CSV and JSON from the same record. Notes about budget lines are typed
 * beside them. Start reading at {@link id.patungan.grants.papers.PaperLayout}.
 */
@NamedInterface("papers")
@NullMarked
package id.patungan.grants.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
