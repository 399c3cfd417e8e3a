/** The generated tables one by one; part of what repositories may use. */
@NamedInterface("schema")
package id.patungan.platform.schema.tables;

import org.springframework.modulith.NamedInterface;
