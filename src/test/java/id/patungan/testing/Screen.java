package id.patungan.testing;

import java.util.Locale;

/** The language and the width in which somebody sees the pages. */
public enum Screen {
    INDONESIAN_DESK(Locale.of("id", "ID"), 1280),
    ENGLISH_DESK(Locale.ENGLISH, 1280),
    INDONESIAN_PHONE(Locale.of("id", "ID"), 360),
    ENGLISH_PHONE(Locale.ENGLISH, 360);

    private final Locale locale;
    private final int width;

    Screen(Locale locale, int width) {
        this.locale = locale;
        this.width = width;
    }

    /** Of the texts and the numbers. */
    public Locale locale() {
        return locale;
    }

    /** In CSS pixels. */
    public int width() {
        return width;
    }
}
