package id.patungan.contributions.letters;

import id.patungan.documents.IssuedPaper;
import id.patungan.documents.NewPaper;
import id.patungan.documents.PaperFilter;
import id.patungan.documents.PaperFormats;
import id.patungan.documents.PaperFrames;
import id.patungan.documents.PaperJson;
import id.patungan.documents.PaperSignatory;
import id.patungan.documents.Register;
import id.patungan.documents.mail.MailException;
import id.patungan.documents.mail.Outbox;
import id.patungan.ledger.Books;
import id.patungan.parties.Party;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Issues letters whose words were composed elsewhere, and puts them into the outbox. */
@Component
public class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    /** The papers whose language a person chooses. */
    private static final Set<String> CHOSEN =
            Stream.concat(
                            Stream.of(
                                    Letters.SERIES,
                                    ReceiptPapers.SERIES,
                                    StandingNotes.SERIES,
                                    "PG"),
                            ClaimNotes.ALL_SERIES.stream())
                    .collect(Collectors.toUnmodifiableSet());

    private final PaperFrames frames;
    private final PaperJson json;
    private final LetterPrinter printer;
    private final Register register;
    private final Outbox outbox;
    private final Books books;

    Notices(
            PaperFrames frames,
            PaperJson json,
            LetterPrinter printer,
            Register register,
            Outbox outbox,
            Books books) {
        this.frames = frames;
        this.json = json;
        this.printer = printer;
        this.register = register;
        this.outbox = outbox;
        this.books = books;
    }

    /**
     * What is to be issued.
     *
     * @param title as lists show it
     * @param about what it is about: at most 64 characters
     */
    public record Wanted(
            String series,
            LocalDate date,
            Locale language,
            String title,
            String about,
            Party party,
            String nature,
            String annex,
            String subject,
            String opening,
            List<Notice.Row> rows) {

        /** Takes a copy. */
        public Wanted {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Issues a letter in the transaction of the caller, who has locked the book and may prepare.
     */
    public IssuedPaper issue(Access access, Wanted wanted) {
        var number =
                books.nextDocumentNumber(access.body(), wanted.series(), wanted.date().getYear());
        var notice = compose(access, NewPaper.code(wanted.series(), wanted.date(), number), wanted);
        return register.issue(
                access,
                new NewPaper(
                        wanted.series(),
                        wanted.date(),
                        number,
                        wanted.title(),
                        wanted.about(),
                        wanted.party().code(),
                        wanted.language(),
                        notice),
                printer.print(notice, json.digest(notice), wanted.language()));
    }

    /** The letter with that code, signed by the head. */
    Notice compose(Access access, String code, Wanted wanted) {
        var party = wanted.party();
        return new Notice(
                code,
                wanted.date(),
                frames.body(access),
                party.code(),
                party.name(),
                party.contact().addressee(),
                party.contact().address(),
                wanted.nature(),
                wanted.annex(),
                wanted.subject(),
                wanted.opening(),
                wanted.rows(),
                frames.signing(access, wanted.date()).stream()
                        .filter(PaperSignatory::head)
                        .findFirst()
                        .orElse(null));
    }

    /**
     * The language in which a party is written to: that of the last letter or receipt that a person
     * issued for it; before the first, Indonesian in a book in rupiah and English in any other.
     */
    public Locale language(Access access, String party) {
        return register.list(access, new PaperFilter(null, null, party, null, null)).stream()
                .filter(paper -> CHOSEN.contains(paper.series()))
                .max(Comparator.comparing(IssuedPaper::at))
                .map(IssuedPaper::language)
                .orElseGet(() ->
                        books.get(access.body()).currency().getCurrencyCode().equals("IDR")
                                ? PaperFormats.INDONESIAN
                                : Locale.ENGLISH);
    }

    /**
     * Puts a letter into the outbox if an address is known; call it after the letter is stored.
     * While no mail server is set it waits there, as letters do. An address that is none leaves the
     * letter to be sent by hand.
     *
     * @return whether it was put there, or had been before
     */
    public boolean mail(Access access, String paper, @Nullable String address) {
        if (address == null) return false;
        try {
            if (outbox.of(access, paper).isEmpty()) {
                outbox.send(access, paper, address, false);
            }
            return true;
        } catch (MailException refused) {
            LOG.warn("{} was not put into the outbox: {}", paper, refused.getMessage());
            return false;
        }
    }
}
