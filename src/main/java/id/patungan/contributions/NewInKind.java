package id.patungan.contributions;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The wish to record something given in kind; see {@link InKind} for the fields.
 *
 * @param quantity more than zero, at most two decimals
 * @param tariff for one of the quantity; needed where it counts, and where the value is the tariff
 * @param value null where the tariff makes it: quantity times tariff, rounded half up to the
 *     smallest unit of the currency
 * @param fund null where it counts towards a charge: then it is the fund of that charge
 */
public record NewInKind(
        String party,
        InKind.Kind kind,
        String what,
        LocalDate from,
        LocalDate until,
        BigDecimal quantity,
        String unit,
        InKind.Valuation valuation,
        String document,
        @Nullable Money tariff,
        @Nullable Money value,
        @Nullable InKindCounting counts,
        @Nullable FundCode fund,
        AccountCode account,
        LocalDate on,
        @Nullable Basis basis) {

    private static final BigDecimal MOST = new BigDecimal("9999999999.99");

    /**
     * Checks what can be checked without the book.
     *
     * @throws id.patungan.basics.DomainException if a text is missing, the period is upside down,
     *     or an amount is missing or not more than zero
     */
    public NewInKind {
        party = Objects.requireNonNull(Typed.code("party", party));
        what = text("what", what, 300);
        unit = text("unit", unit, 40);
        document = text("document", document, 200);
        from = Typed.day("from", from);
        until = Typed.day("until", until);
        on = Typed.day("on", on);
        if (until.isBefore(from)) {
            throw InKindException.period(from, until);
        }
        if (on.isBefore(from)) {
            throw InKindException.beforePeriod(on, from);
        }
        if (quantity.signum() <= 0
                || quantity.stripTrailingZeros().scale() > 2
                || quantity.compareTo(MOST) > 0) {
            throw InKindException.quantity(quantity);
        }
        requirePositive("tariff", tariff);
        requirePositive("value", value);
        if (counts != null) requirePositive("yearlyMax", counts.yearlyMax());
        if (tariff == null && (counts != null || valuation == InKind.Valuation.TARIFF)) {
            throw InKindException.noTariff();
        }
        if (valuation == InKind.Valuation.TARIFF) {
            var made = times(Objects.requireNonNull(tariff), quantity);
            if (value != null && !value.equals(made)) {
                throw InKindException.otherValue(value, made);
            }
            value = made;
        } else if (value == null) {
            throw InKindException.noValue();
        }
        if (!account.value().startsWith("5") && !account.value().startsWith("121")) {
            throw InKindException.account(account.value());
        }
        if (counts == null && fund == null) {
            throw InKindException.noFund();
        }
    }

    private static String text(String field, String text, int longest) {
        var said = Typed.text(field, text.strip());
        Typed.optional(field, said, longest);
        return said;
    }

    private static void requirePositive(String field, @Nullable Money amount) {
        if (amount != null && amount.minorUnits() <= 0) {
            throw InKindException.notPositive(field, amount);
        }
    }

    /** What it is worth. */
    Money worth() {
        return Objects.requireNonNull(value);
    }

    /** What the agreed tariff makes of the quantity, rounded half up. */
    static Money times(Money tariff, BigDecimal quantity) {
        return Money.rounded(
                tariff.currency(), tariff.toDecimal().multiply(quantity), RoundingMode.HALF_UP);
    }
}
