package id.patungan.forecasting.papers;

import id.patungan.contributions.DuesRules;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.NewPaper;
import id.patungan.documents.PaperFilter;
import id.patungan.documents.PaperFormats;
import id.patungan.documents.PaperFrames;
import id.patungan.documents.Register;
import id.patungan.forecasting.Examination;
import id.patungan.forecasting.Examinations;
import id.patungan.forecasting.Forecast;
import id.patungan.forecasting.Forecasts;
import id.patungan.forecasting.SavedScenario;
import id.patungan.forecasting.Scenarios;
import id.patungan.forecasting.indicators.Indicators;
import id.patungan.forecasting.indicators.Sustainability;
import id.patungan.forecasting.pages.BookedYear;
import id.patungan.forecasting.pages.ForecastCharts;
import id.patungan.forecasting.pages.ForecastCharts.Balance;
import id.patungan.forecasting.pages.ForecastWords;
import id.patungan.forecasting.papers.SustainabilityReport.Known;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory;
import id.patungan.platform.Commands;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Makes and issues the sustainability report, for those who read the whole book. */
@Service
public class SustainabilityReports {

    /** Of its numbers in the register: laporan keberlanjutan. */
    public static final String SERIES = "LKB";

    private final Sustainability sustainability;
    private final Forecasts forecasts;
    private final Examinations examinations;
    private final Scenarios scenarios;
    private final DuesRules rules;
    private final MessageSource messages;
    private final Books books;
    private final Journal journal;
    private final BodyDirectory directory;
    private final PaperFrames frames;
    private final ReportRenderer renderer;
    private final Register register;
    private final Commands commands;
    private final Transactions transactions;
    private final Clock clock;

    SustainabilityReports(
            Sustainability sustainability,
            Forecasts forecasts,
            Examinations examinations,
            Scenarios scenarios,
            DuesRules rules,
            MessageSource messages,
            Books books,
            Journal journal,
            BodyDirectory directory,
            PaperFrames frames,
            ReportRenderer renderer,
            Register register,
            Commands commands,
            Transactions transactions,
            Clock clock) {
        this.sustainability = sustainability;
        this.forecasts = forecasts;
        this.examinations = examinations;
        this.scenarios = scenarios;
        this.rules = rules;
        this.messages = messages;
        this.books = books;
        this.journal = journal;
        this.directory = directory;
        this.frames = frames;
        this.renderer = renderer;
        this.register = register;
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a report is to be about.
     *
     * @param asOf the last day of the books that counts
     * @param saved number of a saved scenario; null for none
     * @param other a scenario that is not saved; not beside a saved one
     * @param examination of the forecast
     */
    public record Asked(
            LocalDate asOf,
            @Nullable Integer saved,
            @Nullable Scenario other,
            Examination.Asked examination) {

        /** Refuses two scenarios. */
        public Asked {
            if (saved != null && other != null) {
                throw new IllegalArgumentException("Two scenarios for one report");
            }
        }

        /** Under a scenario that is not saved; null for none. */
        public Asked under(@Nullable Scenario scenario) {
            return new Asked(asOf, saved, scenario, examination);
        }

        /** Examined otherwise than usual. */
        public Asked examined(Examination.Asked otherwise) {
            return new Asked(asOf, saved, other, otherwise);
        }

        /** As the register names what a report is about. */
        String subject() {
            return saved == null ? asOf.toString() : asOf + "/" + saved;
        }
    }

    /**
     * The day up to which one reads and no scenario, where nothing else is asked for.
     *
     * @param saved number of a saved scenario; null for none
     */
    public Asked asked(Access access, @Nullable LocalDate asOf, @Nullable Integer saved) {
        access.require(Action.READ_BOOKS);
        return new Asked(
                asOf == null ? journal.reportingDay(access, today(access)) : asOf,
                saved,
                null,
                Examination.Asked.USUAL);
    }

    private LocalDate today(Access access) {
        return LocalDate.now(clock.withZone(books.get(access.body()).zone()));
    }

    /**
     * A report as the book stands, signed today.
     *
     * @throws ReportException if the book has no entry until that day
     * @throws id.patungan.platform.AccessException if the viewer does not read the whole book, or
     *     there is no such scenario
     */
    public SustainabilityReport of(Access access, Asked asked) {
        return of(access, asked, today(access));
    }

    private SustainabilityReport of(Access access, Asked asked, LocalDate signed) {
        access.require(Action.READ_BOOKS);
        return transactions.read(() -> {
            var head = journal.head(access.body());
            var indicators = sustainability.on(access, asked.asOf(), head.lastNo());
            if (indicators.empty()) throw ReportException.noBooks(asked.asOf());
            var no = asked.saved();
            var saved = no == null ? null : scenarios.get(access, no, null);
            var wanted = new Forecasts.Asked(asked.asOf(), head.lastNo(), Forecasts.MONTHS);
            var forecast = forecasts.of(access, wanted, scenario(asked, saved));
            var entry = entry(access);
            var names = journal.names(access);
            var booked = BookedYear.upTo(access, books, journal, asked.asOf(), head.lastNo());
            var words = new ForecastWords(messages, PaperFormats.INDONESIAN, entry, names);
            var balances = new ForecastCharts(forecast, booked, words).balances();
            return new SustainabilityReport(
                    frames.body(access),
                    entry,
                    names,
                    indicators,
                    forecast,
                    examinations.of(access, forecast, asked.examination()),
                    booked,
                    WhatIf.of(forecast),
                    rise(access, forecast, balances, indicators),
                    saved == null ? null : saved.no() + "/" + saved.version(),
                    new Known(head.lastNo(), head.hash(), head.lastRecordedAt()),
                    frames.signing(access, signed),
                    signed);
        });
    }

    private DuesRise rise(
            Access access, Forecast forecast, List<Balance> balances, Indicators indicators) {
        var outlook = forecast.changed().outlook();
        return DuesRise.of(
                outlook,
                balances,
                indicators.members(),
                payers ->
                        rules.find(
                                access,
                                outlook.asOf(),
                                outlook.knownAt(),
                                outlook.from().atDay(1),
                                payers));
    }

    private static Scenario scenario(Asked asked, @Nullable SavedScenario saved) {
        if (saved != null) return saved.scenario();
        var other = asked.other();
        return other == null ? Scenario.BASE : other;
    }

    private BodyDirectory.BodyEntry entry(Access access) {
        return directory.all().stream()
                .filter(one -> one.id().equals(access.body()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * A report that is to be issued.
     *
     * @param date printed on it, and of its signatures
     * @param reason why the one that stands is replaced; null if none stands
     */
    public record Issue(
            LocalDate asOf,
            @Nullable Integer saved,
            LocalDate date,
            Locale language,
            @Nullable String reason) {}

    /**
     * Issues a report: it gets its number, is printed and frozen in the register.
     *
     * @param key of the command; the same key with the same wish answers the same report
     * @throws ReportException if it is dated after today or before the day that it is about, or one
     *     about the same stands and no reason is given
     */
    public IssuedPaper issue(Access access, Issue wish, String key) {
        access.require(Action.PREPARE);
        access.require(Action.READ_BOOKS);
        var code =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        wish,
                                        String.class,
                                        () -> issued(access, wish)));
        return register.get(access, code);
    }

    private String issued(Access access, Issue wish) {
        var today = today(access);
        if (wish.date().isAfter(today)) throw ReportException.future(wish.date(), today);
        if (wish.date().isBefore(wish.asOf())) {
            throw ReportException.tooEarly(wish.date(), wish.asOf());
        }
        var asked = new Asked(wish.asOf(), wish.saved(), null, Examination.Asked.USUAL);
        var report = of(access, asked, wish.date());
        var standing = register.standing(access, SERIES, asked.subject()).orElse(null);
        var reason = wish.reason();
        if (standing != null && (reason == null || reason.isBlank())) {
            throw ReportException.standing(standing.code());
        }
        var number = books.nextDocumentNumber(access.body(), SERIES, wish.date().getYear());
        var code = NewPaper.code(SERIES, wish.date(), number);
        var head = renderer.layout(report, wish.language()).head();
        register.issue(
                access,
                new NewPaper(
                        SERIES,
                        wish.date(),
                        number,
                        head.title() + ", " + head.about(),
                        asked.subject(),
                        null,
                        wish.language(),
                        ReportContent.of(report)),
                renderer.render(report, ReportFormat.PDF, wish.language(), code));
        if (standing != null && reason != null) {
            register.withdraw(access, standing.code(), reason, code);
        }
        return code;
    }

    /** The reports that were issued, the newest first. */
    public List<IssuedPaper> issued(Access access) {
        access.require(Action.READ_BOOKS);
        return register.list(access, new PaperFilter(SERIES, null, null, null, null));
    }
}
