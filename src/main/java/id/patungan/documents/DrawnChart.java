package id.patungan.documents;

/**
 * A chart as SVG in the classes of the theme, drawn on the server. It is drawn twice for screens,
 * wide and for a phone, because scaling down makes text unreadable, and once for paper, where the
 * light colours are written out. The same data give the same text.
 */
public abstract sealed class DrawnChart
        permits FanChart, FundingMix, StackedShares, TimeLine, Tornado, Waterfall {

    private static final int WIDE = 620;
    private static final int NARROW = 328;

    /** Half a page of A4, so that text of 12 px is 7 pt high. */
    private static final int HALF = 440;

    private final String title;
    private final String description;

    /**
     * @param title and {@code description} say the same to those who cannot see it
     */
    DrawnChart(String title, String description) {
        this.title = title;
        this.description = description;
    }

    /** Draws, and says how high it became. */
    abstract int draw(Drawing svg);

    /** For screens of a desk; {@code id} is unique on the page. */
    public String wide(String id) {
        return drawing(id, "only-wide", WIDE).svg();
    }

    /** For phones; {@code id} is unique on the page. */
    public String narrow(String id) {
        return drawing(id, "only-narrow", NARROW).svg();
    }

    /** For paper: a file of its own, 620 wide and {@link #paperHeight} high. */
    public String paper() {
        return drawing("chart", "paper", WIDE).paper();
    }

    /** For paper where two stand beside each other: a file of its own, 440 wide. */
    public String halfPaper() {
        return drawing("chart", "paper", HALF).paper();
    }

    /** Of the drawing for paper, which is {@code 620} wide. */
    public int paperHeight() {
        return drawing("chart", "paper", WIDE).height();
    }

    private Drawing drawing(String id, String show, int width) {
        var svg = new Drawing(id, show, width, title, description);
        svg.height(draw(svg));
        return svg;
    }
}
