/** What tests of several modules share. */
@NullMarked
package id.patungan.testing;

import org.jspecify.annotations.NullMarked;
