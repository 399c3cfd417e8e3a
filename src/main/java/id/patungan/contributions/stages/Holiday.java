package id.patungan.contributions.stages;

import java.time.LocalDate;

/**
 * A day on which the offices are closed.
 *
 * @param name Indonesian
 * @param nameEn English
 * @param source the decree or calendar that says so
 */
public record Holiday(LocalDate day, String name, String nameEn, String source) {

    static final int LONGEST_NAME = 120;
    static final int LONGEST_SOURCE = 200;

    /**
     * Strips the texts.
     *
     * @throws StagesException if one is missing or too long, or the day cannot be meant
     */
    public Holiday {
        day = Days.plausible(day);
        name = name.strip();
        nameEn = nameEn.strip();
        source = source.strip();
        if (name.isEmpty()
                || nameEn.isEmpty()
                || name.length() > LONGEST_NAME
                || nameEn.length() > LONGEST_NAME) {
            throw StagesException.noName(LONGEST_NAME);
        }
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
            throw StagesException.noSource(LONGEST_SOURCE);
        }
    }

    /** Its name in the language {@code en}, or in Indonesian. */
    public String name(String language) {
        return language.equals("en") ? nameEn : name;
    }
}
