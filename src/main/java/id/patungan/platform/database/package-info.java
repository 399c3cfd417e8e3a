/**
 * The database server: the embedded one with its home directory, or one that the operator runs.
 * Start reading at {@link id.patungan.platform.database.EmbeddedDatabase}.
 */
@NullMarked
package id.patungan.platform.database;

import org.jspecify.annotations.NullMarked;
