package id.patungan.contributions;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;

/**
 * The first day on which something can happen: that of the latest paper that it counts on, or of
 * its undoing. Dated earlier, what is shown as of the days between would hold what had not happened
 * yet.
 */
final class FirstDay {

    private @Nullable Dated latest;

    /** It counts on this paper, or on its being undone. */
    FirstDay after(Dated paper) {
        if (latest == null || paper.lastDay().isAfter(latest.lastDay())) {
            latest = paper;
        }
        return this;
    }

    /** It comes after this paper was made. */
    FirstDay after(Paper paper) {
        return after(new Dated(paper.code(), paper.date(), null));
    }

    FirstDay after(Collection<Dated> papers) {
        papers.forEach(this::after);
        return this;
    }

    /** Whether it lies after that day. */
    boolean isAfter(LocalDate day) {
        return latest != null && latest.lastDay().isAfter(day);
    }

    /**
     * @throws ContributionsException naming the paper and its day, if that lies after the date
     */
    void require(LocalDate date) {
        if (latest == null || !date.isBefore(latest.lastDay())) return;
        throw latest.stands()
                ? ContributionsException.beforePaper(latest.code(), latest.lastDay(), date)
                : ContributionsException.beforeUndoing(latest.code(), latest.lastDay(), date);
    }
}
