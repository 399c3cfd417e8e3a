/**
 * The formula lab: rules side by side on the same figures before members vote, saved as papers for
 * the forum. Nothing is posted. Start reading at {@link id.patungan.contributions.lab.Lab}.
 */
@NamedInterface("lab")
@NullMarked
package id.patungan.contributions.lab;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
