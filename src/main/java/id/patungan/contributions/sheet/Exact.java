package id.patungan.contributions.sheet;

/**
 * An amount in two cells: the whole main units, and what is beyond them, from 0 to 1. A cell holds
 * some fifteen digits; in two cells even an amount of ten thousand billion keeps its remainder to
 * the twelfth decimal, so that remainders can be ranked.
 *
 * @param whole a cell or a formula
 * @param part a cell or a formula
 */
record Exact(String whole, String part) {

    /** Decimals to which parts are kept; beyond lies the noise of binary fractions. */
    static final int DECIMALS = 14;

    static final Exact ZERO = new Exact("0", "0");

    /** As one figure, to be shown or for proportions that need not be exact. */
    String sum() {
        return "(" + whole + "+" + part + ")";
    }

    /** The whole units of an amount whose part may be below 0 or above 1. */
    static String carriedWhole(String whole, String part) {
        return "%s+INT(ROUND(%s,%d))".formatted(whole, part, DECIMALS);
    }

    /** The part of such an amount that remains. */
    static String carriedPart(String part) {
        return "ROUND(%1$s,%2$d)-INT(ROUND(%1$s,%2$d))".formatted(part, DECIMALS);
    }
}
