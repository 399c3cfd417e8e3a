package id.patungan.contributions;

import id.patungan.basics.AccountCode;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Cost of a project that has arisen, and with it the part of the payers' deferred charges that is
 * earned.
 *
 * @param assessment the split whose payers bear it
 * @param amount the cost
 * @param expense account of the cost, 5xxxx, such as 54100
 * @param against what was incurred or paid from: 21100 (payable) or a bank account
 * @param vendor code of who is owed; null if not kept by party
 */
public record NewProjectCost(
        String assessment,
        LocalDate date,
        Money amount,
        AccountCode expense,
        AccountCode against,
        @Nullable String vendor,
        String description,
        @Nullable Basis basis) {

    /** Checks the text. */
    public NewProjectCost {
        description = Typed.text("description", description);
        vendor = Typed.code("vendor", vendor);
    }
}
