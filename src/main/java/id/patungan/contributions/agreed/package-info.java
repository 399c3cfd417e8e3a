/**
 * What a body has agreed for later days, in versions: one person drafts, another approves, and it
 * holds from its day until a later version does. One mechanism for arrears, reminders and late
 * charges. Start reading at {@link id.patungan.contributions.agreed.AgreedVersions}.
 */
@NullMarked
package id.patungan.contributions.agreed;

import org.jspecify.annotations.NullMarked;
