/**
 * Every rupiah of an award from receipt to use, by a stated order, in both directions. {@link
 * id.patungan.grants.lineage.Lineage} is pure; {@link id.patungan.grants.lineage.AwardLineage}
 * feeds it from the postings of an award.
 */
@NullMarked
package id.patungan.grants.lineage;

import org.jspecify.annotations.NullMarked;
