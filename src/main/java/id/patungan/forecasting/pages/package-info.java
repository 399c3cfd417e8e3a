/**
 * The months ahead and the scenarios as pages, as files and for programs. What a figure comes from
 * and what a scenario changes is said in one place ({@link
 * id.patungan.forecasting.pages.ForecastWords}).
 */
@NullMarked
package id.patungan.forecasting.pages;

import org.jspecify.annotations.NullMarked;
