/**
 * The sustainability report: what a head of region reads on one page, and on a second how it was
 * found out. Start reading at {@link id.patungan.forecasting.papers.SustainabilityReports}; what
 * the report says is a {@link id.patungan.forecasting.papers.SustainabilityReport}, which all its
 * forms are made of.
 */
@NamedInterface("papers")
@NullMarked
package id.patungan.forecasting.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
