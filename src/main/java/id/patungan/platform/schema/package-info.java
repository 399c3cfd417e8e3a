/** The generated tables (see {@code src/build/java/GenerateTables.java}); for repositories only. */
@NamedInterface("schema")
package id.patungan.platform.schema;

import org.springframework.modulith.NamedInterface;
