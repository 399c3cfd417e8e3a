/**
 * The calculation sheet: what went in, how it was divided, and what came out, for people who want
 * to do it again. Start reading at {@link id.patungan.contributions.sheet.CalculationSheet}; {@link
 * id.patungan.contributions.sheet.LiveWorkbook} is the sheet whose cells calculate.
 */
@NamedInterface("sheet")
@NullMarked
package id.patungan.contributions.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
