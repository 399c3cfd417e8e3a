/**
 * What a body has to do with awards, as the International Aid Transparency Initiative writes it
 * down (IATI standard 2.03, activity files). Start reading at {@link
 * id.patungan.grants.iati.IatiActivity}; {@link id.patungan.grants.iati.IatiXml} writes the file
 * and {@link id.patungan.grants.iati.IatiRules} says what the schema cannot. All that is pure;
 * {@link id.patungan.grants.iati.IatiFiles} makes files of a body's awards. Nothing in a file names
 * a person.
 */
@NamedInterface("iati")
@NullMarked
package id.patungan.grants.iati;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
