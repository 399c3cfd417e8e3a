package id.patungan.grants.papers;

import id.patungan.grants.Awards;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Why lines of an award's budget differ from their plan, typed for a line and a period; papers of
 * exactly that period show the newest. A note that was replaced stays beside its successor.
 */
@Service
public class AwardNotes {

    private static final int LONGEST = 400;

    private final Awards awards;
    private final AwardNoteRepository store;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Clock clock;

    AwardNotes(
            Awards awards,
            AwardNoteRepository store,
            Books books,
            Commands commands,
            Audit audit,
            Clock clock) {
        this.awards = awards;
        this.store = store;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A note to be typed.
     *
     * @param line code of the giver's line
     * @param textId in Indonesian; both texts blank take back the note that stands
     * @param textEn in English
     */
    public record Wish(
            String line,
            LocalDate from,
            LocalDate until,
            @Nullable String textId,
            @Nullable String textEn) {}

    private record Command(String award, Wish wish) {}

    /**
     * Types a note, in the place of the one that stands.
     *
     * @throws AwardPaperException if there is no such line, the period ends before it begins, one
     *     language is missing, a text is too long, or there is nothing to take back
     */
    public AwardNote write(Access access, String award, Wish wish, String key) {
        access.require(Action.PREPARE);
        var no =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        new Command(award, wish),
                                        Integer.class,
                                        () -> written(access, award, wish).no()));
        return store.notes(access.body(), award).get(no - 1);
    }

    private AwardNote written(Access access, String award, Wish wish) {
        if (awards.get(access, award).inForce().line(wish.line()).isEmpty()) {
            throw AwardPaperException.unknownLine(award, wish.line());
        }
        if (wish.until().isBefore(wish.from())) {
            throw AwardPaperException.order(wish.from(), wish.until());
        }
        var id = text("textId", wish.textId());
        var en = text("textEn", wish.textEn());
        if ((id == null) != (en == null)) throw AwardPaperException.oneLanguage(id == null);
        if (id == null && standing(access, award).stream().noneMatch(one -> one.is(wish))) {
            throw AwardPaperException.nothingToTakeBack(wish.line());
        }
        var note =
                new AwardNote(
                        store.notes(access.body(), award).size() + 1,
                        wish.line(),
                        wish.from(),
                        wish.until(),
                        id,
                        en,
                        access.handle(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.insert(access.body(), award, note);
        audit.record(access, "award.note", "award/" + award + "/note/" + note.no(), null, note);
        return note;
    }

    private static @Nullable String text(String field, @Nullable String text) {
        if (text == null || text.isBlank()) return null;
        var stripped = text.strip();
        if (stripped.length() > LONGEST) throw AwardPaperException.tooLong(field, LONGEST);
        return stripped;
    }

    /** All that were ever typed about an award that the viewer sees, the newest first. */
    public List<AwardNote> all(Access access, String award) {
        var terms = awards.get(access, award).inForce();
        return store.notes(access.body(), award).reversed().stream()
                .filter(one -> access.reach().everything() || terms.line(one.line()).isPresent())
                .toList();
    }

    /** Those that stand, of all lines and periods. */
    List<AwardNote> standing(Access access, String award) {
        var all = store.notes(access.body(), award);
        return all.stream()
                .filter(one -> one.textId() != null)
                .filter(one -> all.stream().noneMatch(later -> later.replaces(one)))
                .toList();
    }
}
