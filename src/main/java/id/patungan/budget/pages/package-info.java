/** Pages, exports and the API over budgets. */
@NullMarked
package id.patungan.budget.pages;

import org.jspecify.annotations.NullMarked;
