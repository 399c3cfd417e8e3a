package id.patungan.cli;

import id.patungan.basics.AmountReader.Grammar;
import id.patungan.budget.BudgetFile;
import id.patungan.budget.BudgetStep;
import id.patungan.budget.Budgets;
import id.patungan.grants.rates.RateFile;
import id.patungan.ledger.LedgerFiles;
import id.patungan.ledger.LedgerFiles.JournalOptions;
import id.patungan.parties.PartyFiles;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.BodyDirectory;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads files into a body: all rows or none, every problem with file, line and column; a second run
 * of the same file adds nothing.
 */
@Command(
        name = "import",
        description = "Reads a file into a body, all rows or none.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "KIND",
        subcommands = {
            ImportCommand.Accounts.class,
            ImportCommand.Funds.class,
            ImportCommand.Parties.class,
            ImportCommand.Journal.class,
            ImportCommand.Indicators.class,
            ImportCommand.Rates.class,
            ImportCommand.BudgetLines.class
        })
final class ImportCommand implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Say what to import: accounts, funds, parties, journal, indicators, rates or budget.");
        }
    }

    /** What every import asks for. */
    abstract static class Import extends ServiceCommand {

        @Parameters(
                paramLabel = "FILE",
                description = "The CSV file; of a budget also an XLSX file.")
        private @Nullable Path file;

        @Option(
                names = "--body",
                required = true,
                paramLabel = "B",
                description = "The code of the body.")
        private @Nullable String body;

        @Option(names = "--dry-run", description = "Checks everything and stores nothing.")
        private boolean dryRun;

        @Override
        protected final int run(ApplicationContext services, PrintWriter out) throws Exception {
            var found =
                    services.getBean(BodyDirectory.class)
                            .byCode(String.valueOf(body))
                            .orElseThrow(AccessException::noSuchBody);
            var path = path();
            // a missing file is named before anything is read
            Files.newInputStream(path).close();
            out.printf(
                    "%s: %s%s%n",
                    path.getFileName(),
                    imported(services, Access.system(found.id()), path.getFileName().toString()),
                    dryRun ? " (dry run, nothing stored)" : "");
            return ExitCode.DONE;
        }

        /** Does it and says in a few words what was done. */
        abstract String imported(ApplicationContext services, Access access, String name)
                throws IOException;

        final Path path() {
            if (file == null) {
                throw new IllegalStateException("picocli asks for the file");
            }
            return file;
        }

        final LedgerFiles.Source source() {
            return () -> Files.newInputStream(path());
        }

        final boolean dryRun() {
            return dryRun;
        }

        static String words(String what, LedgerFiles.Outcome outcome) {
            var words = "%d %s read, %d added".formatted(outcome.read(), what, outcome.added());
            return outcome.created().isEmpty()
                    ? words
                    : words + ", made " + String.join(", ", outcome.created());
        }

        static String words(String what, PartyFiles.Outcome outcome) {
            return "%d %s read, %d added".formatted(outcome.rows(), what, outcome.added());
        }
    }

    /** How amounts of a file are written. */
    private static Grammar grammar(@Nullable Numbers numbers) {
        return numbers == Numbers.ID ? Grammar.INDONESIAN : Grammar.PLAIN;
    }

    /** As typed behind {@code --numbers}. */
    enum Numbers {
        /** {@code 1900000.50}. */
        PLAIN,
        /** {@code 1.900.000,50}. */
        ID
    }

    /** {@code code,name_id,name_en,kind,funding_class}. */
    @Command(
            name = "accounts",
            description = "Adds accounts, or renames those that are there.",
            mixinStandardHelpOptions = true)
    static final class Accounts extends Import {
        @Override
        String imported(ApplicationContext services, Access access, String name) {
            return words(
                    "accounts",
                    services.getBean(LedgerFiles.class)
                            .importAccounts(access, name, source(), dryRun()));
        }
    }

    /** {@code code,name,restriction,party}. */
    @Command(
            name = "funds",
            description = "Adds funds, or renames those that are there.",
            mixinStandardHelpOptions = true)
    static final class Funds extends Import {
        @Override
        String imported(ApplicationContext services, Access access, String name) {
            return words(
                    "funds",
                    services.getBean(LedgerFiles.class)
                            .importFunds(access, name, source(), dryRun()));
        }
    }

    /** {@code code,name,kind} and more. */
    @Command(
            name = "parties",
            description = "Adds parties and memberships.",
            mixinStandardHelpOptions = true)
    static final class Parties extends Import {
        @Override
        String imported(ApplicationContext services, Access access, String name)
                throws IOException {
            try (var bytes = source().open()) {
                return words(
                        "parties",
                        services.getBean(PartyFiles.class)
                                .importParties(access, name, bytes, dryRun()));
            }
        }
    }

    /** Rows of entries. */
    @Command(
            name = "journal",
            description = "Posts the entries of a journal, once.",
            mixinStandardHelpOptions = true)
    static final class Journal extends Import {

        @Option(
                names = "--numbers",
                paramLabel = "plain|id",
                description = "How amounts are written: 1900000.50 or 1.900.000,50.")
        private @Nullable Numbers numbers;

        @Option(
                names = "--create-missing",
                description =
                        "Makes accounts, funds, projects, award lines and paying units that are not"
                                + " there.")
        private boolean createMissing;

        @Override
        String imported(ApplicationContext services, Access access, String name) {
            return words(
                    "entries",
                    services.getBean(LedgerFiles.class)
                            .importJournal(
                                    access,
                                    name,
                                    source(),
                                    new JournalOptions(grammar(numbers), createMissing, dryRun())));
        }
    }

    /** {@code party,indicator,year,value,unit,source}. */
    @Command(
            name = "indicators",
            description = "Adds figures of parties, each with its source.",
            mixinStandardHelpOptions = true)
    static final class Indicators extends Import {

        @Option(
                names = "--numbers",
                paramLabel = "plain|id",
                description = "How values are written: 1900000.50 or 1.900.000,50.")
        private @Nullable Numbers numbers;

        @Override
        String imported(ApplicationContext services, Access access, String name)
                throws IOException {
            try (var bytes = source().open()) {
                return words(
                        "figures",
                        services.getBean(PartyFiles.class)
                                .importIndicators(access, name, bytes, grammar(numbers), dryRun()));
            }
        }
    }

    /** {@code currency,on,rate,source} and more. */
    @Command(
            name = "rates",
            description = "Adds exchange rates, each with its source.",
            mixinStandardHelpOptions = true)
    static final class Rates extends Import {
        @Override
        String imported(ApplicationContext services, Access access, String name)
                throws IOException {
            try (var bytes = source().open()) {
                var outcome = services.getBean(RateFile.class).read(access, name, bytes, dryRun());
                return "%d rates read, %d added".formatted(outcome.rows(), outcome.added());
            }
        }
    }

    /** {@code fund,account,text} and how the months come about. */
    @Command(
            name = "budget",
            description = {
                "Replaces the lines of a budget's draft. Columns: fund, account, text, project, and",
                "posts, salary, first_month, service_months, thr_month, thr_pays for staff, or",
                "year_amount, in_months, or m01 to m12."
            },
            mixinStandardHelpOptions = true)
    static final class BudgetLines extends Import {

        @Option(
                names = "--year",
                required = true,
                paramLabel = "Y",
                description = "The fiscal year.")
        private int year;

        @Option(
                names = "--alternative",
                paramLabel = "A",
                description = "The alternative; if absent, the usual budget.")
        private @Nullable String alternative;

        @Option(names = "--revision", description = "Drafts the revision of an adopted budget.")
        private boolean revision;

        @Option(
                names = "--numbers",
                paramLabel = "plain|id",
                description = "How amounts are written: 1900000.50 or 1.900.000,50.")
        private @Nullable Numbers numbers;

        @Override
        String imported(ApplicationContext services, Access access, String name)
                throws IOException {
            try (var bytes = source().open()) {
                var outcome =
                        services.getBean(BudgetFile.class)
                                .read(
                                        access,
                                        new BudgetFile.Target(
                                                year,
                                                Budgets.alternative(alternative),
                                                revision
                                                        ? BudgetStep.REVISION
                                                        : BudgetStep.ORIGINAL,
                                                null,
                                                null),
                                        name,
                                        bytes,
                                        grammar(numbers),
                                        dryRun());
                return "%d lines read, draft %s"
                        .formatted(outcome.rows(), outcome.changed() ? "replaced" : "as it was");
            }
        }
    }
}
