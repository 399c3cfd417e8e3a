/** The rows of the generated tables; part of what repositories may use. */
@NamedInterface("schema")
package id.patungan.platform.schema.tables.records;

import org.springframework.modulith.NamedInterface;
