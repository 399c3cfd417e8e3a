/** Tests of the module of parties. */
@NullMarked
package id.patungan.parties;

import org.jspecify.annotations.NullMarked;
