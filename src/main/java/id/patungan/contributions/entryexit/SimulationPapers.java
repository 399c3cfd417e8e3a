package id.patungan.contributions.entryexit;

import id.patungan.documents.IssuedPaper;
import id.patungan.documents.NewPaper;
import id.patungan.documents.PaperBody;
import id.patungan.documents.PaperFormats;
import id.patungan.documents.PaperFrames;
import id.patungan.documents.PaperJson;
import id.patungan.documents.PdfPapers;
import id.patungan.documents.Register;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Commands;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.Locale;

/**
 * Simulations kept as papers for the forum that votes: worked out once more, numbered, and frozen
 * in the register of papers with their figures and their file. They charge nobody.
 */
@Service
public class SimulationPapers {

    /** Its place in the register: {@code SIM-2026-0001}. */
    public static final String SERIES = "SIM";

    private static final int LONGEST_TITLE = 200;

    private final EntryExit entryExit;
    private final Register register;
    private final PaperFrames frames;
    private final PaperJson json;
    private final PdfPapers pdf;
    private final Books books;
    private final Commands commands;
    private final MessageSource messages;
    private final Clock clock;

    SimulationPapers(
            EntryExit entryExit,
            Register register,
            PaperFrames frames,
            PaperJson json,
            PdfPapers pdf,
            Books books,
            Commands commands,
            MessageSource messages,
            Clock clock) {
        this.entryExit = entryExit;
        this.register = register;
        this.frames = frames;
        this.json = json;
        this.pdf = pdf;
        this.books = books;
        this.commands = commands;
        this.messages = messages;
        this.clock = clock;
    }

    /** What a paper says. */
    record Content(String code, String title, PaperBody body, EntryExitJson simulation) {}

    private record Command(String command, String title, NewSimulation wish, String language) {}

    /**
     * Works it out and keeps it.
     *
     * @param language of its file
     * @param key of the command; the same key with the same wish answers the same paper
     * @throws id.patungan.basics.DomainException if there is no title, or as {@link
     *     EntryExit#simulate}
     */
    public IssuedPaper save(
            Access access, String title, NewSimulation wish, Locale language, String key) {
        access.require(Action.PREPARE);
        var name = NewMembershipChange.text("title", title, LONGEST_TITLE);
        var code =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        new Command(
                                                "simulation-paper",
                                                name,
                                                wish,
                                                language.getLanguage()),
                                        String.class,
                                        () -> saveOnce(access, name, wish, language)));
        return register.get(access, code);
    }

    private String saveOnce(Access access, String title, NewSimulation wish, Locale language) {
        var simulation = entryExit.simulate(access, wish);
        var body = frames.body(access);
        var at = clock.instant();
        var date = at.atZone(body.zone()).toLocalDate();
        var number = books.nextDocumentNumber(access.body(), SERIES, date.getYear());
        var code = NewPaper.code(SERIES, date, number);
        var content = new Content(code, title, body, EntryExitJson.of(simulation));
        var formats = new PaperFormats(language, body.currency(), body.zone());
        var file =
                new SimulationPdf(simulation, formats, messages)
                        .render(
                                pdf,
                                body,
                                new SimulationPdf.Head(
                                        code, title, json.digest(content), access.handle(), at));
        return register.issue(
                        access,
                        new NewPaper(
                                SERIES,
                                date,
                                number,
                                title,
                                wish.kind().code() + "/" + wish.party(),
                                null,
                                language,
                                content),
                        file)
                .code();
    }
}
