package id.patungan.forecasting.indicators;

import java.util.List;

/**
 * An input of an indicator, with what it is made of.
 *
 * @param key what it is, such as {@code income}
 * @param amount minor units: the sum of the parts
 */
public record Term(String key, long amount, List<Part> parts) {

    /** Takes a copy. */
    public Term {
        parts = List.copyOf(parts);
    }

    static Term of(String key, List<Part> parts) {
        return new Term(
                key, parts.stream().mapToLong(Part::amount).reduce(0, Math::addExact), parts);
    }

    /**
     * A part of an input: an account in a fund, a payer, a charge.
     *
     * @param label codes, such as {@code 43100 · DONOR-GTZ}; the account's title follows its code
     *     where it is shown
     * @param place where it can be read again
     */
    public record Part(Label label, long amount, Place place) {}

    /**
     * What a part is called.
     *
     * @param account code; empty if it is not about one
     * @param detail a fund, an assessment or an award; empty if there is none
     * @param payer a name; empty if it is not about one
     * @param unnamed whether the payer is the one whom nothing names
     */
    public record Label(String account, String detail, String payer, boolean unnamed) {

        static Label account(String account, String fund) {
            return new Label(account, fund, "", false);
        }

        static Label payer(Payer payer, String account, String detail) {
            return new Label(account, detail, payer.name(), payer.unnamed());
        }
    }
}
