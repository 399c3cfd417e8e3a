package id.patungan.cli;

import id.patungan.allocation.Shares;
import id.patungan.allocation.SharesFormat;
import id.patungan.basics.AmountReader;
import id.patungan.basics.DateReader;
import id.patungan.basics.FundCode;
import id.patungan.basics.Input;
import id.patungan.basics.InputException;
import id.patungan.contributions.AssessmentRuns;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.ContributionsException;
import id.patungan.contributions.DueDays;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.rules.RuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.contributions.sheet.CalculationSheets;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.BodyDirectory;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Works out who pays what by a rule of the body, and charges it. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        description = {
            "Divides an amount by a rule of the body, in the version in force on the date, with the",
            "body's figures, and charges it. The same command again charges nothing more and prints",
            "what was charged."
        })
final class AssessCommand extends ServiceCommand {

    /** What is printed. */
    private enum Format {
        TEXT,
        CSV,
        JSON
    }

    @Option(names = "--body", required = true, paramLabel = "CODE", description = "The body.")
    private String body = "";

    @Option(
            names = "--year",
            required = true,
            paramLabel = "YEAR",
            description = "Fiscal year that is charged.")
    private int year;

    @Option(
            names = "--rule",
            required = true,
            paramLabel = "CODE",
            description = "A rule of the body; an approved version must be in force.")
    private String rule = "";

    @Option(
            names = "--total",
            paramLabel = "AMOUNT",
            description = "What is divided; left out for a rule that makes its own total.")
    private @Nullable String total;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "Accounting date of the charge; today if absent.")
    private @Nullable String date;

    @Option(
            names = "--due",
            paramLabel = "DATE",
            description =
                    "Last day to pay; needed to charge. Several, in order, for as many instalments.")
    private List<String> due = List.of();

    @Option(
            names = "--instalments",
            paramLabel = "N",
            description = "In how many instalments, the first on --due; one if absent.")
    private @Nullable Integer instalments;

    @Option(
            names = "--every-months",
            paramLabel = "N",
            description = "Months between two instalments.")
    private @Nullable Integer everyMonths;

    @Option(
            names = "--fund",
            paramLabel = "CODE",
            defaultValue = "UMUM",
            description = "The fund (default: $" + "{DEFAULT-VALUE}).")
    private String fund = "";

    @Option(
            names = "--project",
            paramLabel = "CODE",
            description = "Splits the cost of this project; dues if absent.")
    private @Nullable String project;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "dues, levy or fine; project with --project. If absent dues, or project with"
                            + " --project.")
    private @Nullable String kind;

    @Option(
            names = "--figures",
            paramLabel = "P.csv",
            description = "Divides by this table instead of the body's figures.")
    private @Nullable Path figures;

    @Option(
            names = "--indicator-year",
            paramLabel = "YEAR",
            description = "The year whose figures are taken; --year if absent.")
    private @Nullable Integer indicatorYear;

    @Option(
            names = "--description",
            paramLabel = "TEXT",
            description = "On the charge; the rule's name if absent.")
    private @Nullable String description;

    @Option(names = "--dry-run", description = "Only works it out; charges nothing.")
    private boolean dryRun;

    @Option(
            names = "--propose",
            description =
                    "Prepares it for approval by another person, on its page; charges nothing yet.")
    private boolean propose;

    @Option(
            names = "--explain",
            description =
                    "Also shows the version of the rule and each step: below the table, or with csv"
                            + " and json among the messages.")
    private boolean explain;

    @Option(names = "--format", defaultValue = "text", description = "text, csv or json.")
    private Format format = Format.TEXT;

    @Override
    protected int run(ApplicationContext services, PrintWriter output) throws IOException {
        var entry =
                services.getBean(BodyDirectory.class)
                        .byCode(body)
                        .orElseThrow(AccessException::noSuchBody);
        var access = Access.system(entry.id());
        var today = LocalDate.now(services.getBean(Clock.class).withZone(entry.zone()));
        var day = date == null ? today : day("--date", date);
        var version = services.getBean(Rules.class).inForce(access, rule, day);
        var wish = wish(entry, version, day);
        var assessments = services.getBean(Assessments.class);
        if (dryRun || propose) {
            var shares = assessments.preview(access, wish).shares();
            print(output, shares, steps(version, shares));
            if (!dryRun) {
                var run =
                        services.getBean(AssessmentRuns.class)
                                .prepare(access, wish, "propose-" + key());
                err().print("proposed as number " + run.number() + "\n");
            }
        } else {
            charge(services, access, wish, output);
        }
        err().flush();
        return ExitCode.DONE;
    }

    /** Prints what is on record: sent again, the command must not show what later figures give. */
    private void charge(
            ApplicationContext services, Access access, NewAssessment wish, PrintWriter output) {
        var issued = services.getBean(Assessments.class).issue(access, wish, key());
        var reversal = issued.paper().reversal();
        if (reversal != null) {
            throw ContributionsException.chargedAndCancelled(issued.code(), reversal.date());
        }
        var shares = services.getBean(CalculationSheets.class).of(access, issued.code()).shares();
        var used = Objects.requireNonNull(issued.rule());
        var version = services.getBean(Rules.class).version(access, used.code(), used.version());
        print(output, shares, steps(version, shares));
        err().print("charged as " + issued.code() + "\n");
    }

    private NewAssessment wish(BodyEntry entry, RuleVersion version, LocalDate day)
            throws IOException {
        var dues = dues(day);
        var amount =
                total == null ? null : AmountReader.require("--total", total, entry.currency());
        return new NewAssessment(
                kind(),
                year,
                Input.read("--fund", () -> new FundCode(fund)),
                project,
                amount,
                null,
                rule,
                figures == null ? null : Files.readString(figures),
                indicatorYear,
                null,
                day,
                dues.getFirst(),
                description == null ? version.name() : description,
                null,
                Map.of(),
                Map.of(),
                dues);
    }

    /** The days to pay: those that were named, or the first and an interval. */
    private List<LocalDate> dues(LocalDate day) {
        if (due.isEmpty()) {
            if (!dryRun) {
                throw new InputException("--due", "is missing; name the last day to pay");
            }
            return List.of(day);
        }
        var days = due.stream().map(one -> day("--due", one)).toList();
        if (instalments == null) return days;
        if (days.size() > 1) {
            throw new InputException("--instalments", "is one too many beside several --due");
        }
        if (instalments > 1 && everyMonths == null) {
            throw new InputException("--every-months", "is missing; how many months apart?");
        }
        return DueDays.every(days.getFirst(), instalments, everyMonths == null ? 1 : everyMonths);
    }

    private NewAssessment.Kind kind() {
        var given = kind;
        if (given == null) {
            return project == null ? NewAssessment.Kind.DUES : NewAssessment.Kind.PROJECT;
        }
        return Input.read("--kind", () -> NewAssessment.Kind.of(given));
    }

    /**
     * The same charge under the same key, so that a command sent twice charges once. Without a date
     * the day is no part of it: sent again tomorrow, it is refused instead of charging again.
     */
    private String key() {
        return "assess-%s%s-%d-%s%s%s"
                .formatted(
                        kind() == NewAssessment.Kind.LEVY || kind() == NewAssessment.Kind.FINE
                                ? kind().code() + "-"
                                : "",
                        rule,
                        year,
                        fund,
                        project == null ? "" : "-" + project,
                        date == null ? "" : "-" + date);
    }

    private String steps(RuleVersion version, Shares shares) {
        if (!explain) return "";
        return "%nrule %s version %d of %s, %s %s%nsha256 %s%n"
                        .formatted(
                                version.rule(),
                                version.version(),
                                version.effectiveFrom(),
                                version.agreement(),
                                version.article(),
                                version.digest())
                        .replace(System.lineSeparator(), "\n")
                + SharesFormat.trace(shares, Locale.ENGLISH);
    }

    private void print(PrintWriter output, Shares shares, String steps) {
        switch (format) {
            case TEXT -> output.print(SharesFormat.text(shares) + steps);
            case CSV -> {
                output.print(SharesFormat.csv(shares));
                err().print(steps);
            }
            case JSON -> {
                output.print(SharesFormat.json(shares));
                err().print(steps);
            }
        }
    }

    private static LocalDate day(String option, String text) {
        return Input.read(option, () -> DateReader.read(text));
    }
}
