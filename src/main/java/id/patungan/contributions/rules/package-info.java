/**
 * Sharing rules as records: drafted, versioned, dated, decided by another person, tied to an
 * article of an agreement. Start reading at {@link id.patungan.contributions.rules.Rules}.
 */
@NamedInterface("rules")
@NullMarked
package id.patungan.contributions.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
