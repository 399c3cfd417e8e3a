package id.patungan.contributions.sheet;

/** How a cell of the live sheet is formatted. */
enum Look {
    /** Words. */
    TEXT("General"),
    /** A whole number, such as units or a rank. */
    WHOLE("#,##0"),
    /** A figure with the decimals it has. */
    FIGURE("#,##0.############"),
    /** An amount of money. */
    AMOUNT("#,##0.00"),
    /** What is beyond whole units. */
    PART("0.000000000000"),
    /** A share of the whole. */
    SHARE("0.000000000000");

    private final String format;

    Look(String format) {
        this.format = format;
    }

    String format() {
        return format;
    }
}
