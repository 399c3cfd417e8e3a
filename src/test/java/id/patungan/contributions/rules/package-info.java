/** Tests of rules as records. */
@NullMarked
package id.patungan.contributions.rules;

import org.jspecify.annotations.NullMarked;
