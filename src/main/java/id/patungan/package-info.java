/**
 * The application; each direct sub-package is a module. Start reading at {@link
 * PatunganApplication}.
 */
@NullMarked
package id.patungan;

import org.jspecify.annotations.NullMarked;
