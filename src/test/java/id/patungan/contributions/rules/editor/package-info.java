/** Tests of the editor of sharing rules. */
@NullMarked
package id.patungan.contributions.rules.editor;

import org.jspecify.annotations.NullMarked;
