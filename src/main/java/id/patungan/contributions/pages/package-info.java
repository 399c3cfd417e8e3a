/** Pages and API of contributions, over the services of the package above. */
@NullMarked
package id.patungan.contributions.pages;

import org.jspecify.annotations.NullMarked;
