package id.patungan.contributions.letters;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The letters of one assessment as a piece of work.
 *
 * @param number in the body, from 1
 * @param byMail whether each letter goes into the outbox when it is issued
 * @param finished when nothing was left to do; null while it goes on
 * @param wanted how many charges are to get a letter in this run
 * @param papers the letters issued so far, by charge
 * @param faults those that could not be issued, with the reason
 */
public record LetterRun(
        int number,
        String assessment,
        LocalDate date,
        Locale language,
        boolean byMail,
        String by,
        Instant at,
        @Nullable Instant finished,
        int wanted,
        List<String> papers,
        List<Fault> faults) {

    /** Takes copies. */
    public LetterRun {
        papers = List.copyOf(papers);
        faults = List.copyOf(faults);
    }

    /** How many letters are issued. */
    public int issued() {
        return papers.size();
    }

    /** Done of wanted in percent, rounded down so that 100 means all. */
    public int percent() {
        return wanted == 0 ? 100 : (issued() + faults.size()) * 100 / wanted;
    }

    /**
     * A letter was refused; mend the reason and run again.
     *
     * @param refusal code of the refusal
     * @param indonesian its text
     * @param english its text
     */
    public record Fault(String charge, String refusal, String indonesian, String english) {

        /** The reason in that language: English, or Indonesian for any other. */
        public String text(Locale locale) {
            return locale.getLanguage().equals("en") ? english : indonesian;
        }
    }
}
