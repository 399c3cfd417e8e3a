package id.patungan.cli;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.AllocationException;
import id.patungan.allocation.AmountsFile;
import id.patungan.allocation.Instalments;
import id.patungan.allocation.PartiesFile;
import id.patungan.allocation.PartsFormat;
import id.patungan.allocation.RuleFile;
import id.patungan.allocation.Shares;
import id.patungan.allocation.SharesFormat;
import id.patungan.allocation.TrueUp;
import id.patungan.basics.AmountReader;
import id.patungan.basics.InputException;
import id.patungan.basics.Money;
import id.patungan.basics.Problem;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Splits an amount by a rule file. Uses no database and no services, only the calculation. */
@Command(
        name = "allocate",
        description = "Splits an amount among parties by a rule.",
        mixinStandardHelpOptions = true)
final class AllocateCommand implements Callable<Integer> {

    /** How results are written. */
    enum Format {
        TEXT,
        CSV,
        JSON
    }

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--rule",
            paramLabel = "R.yml",
            required = true,
            description = "The rule and its legal basis.")
    private @Nullable Path rule;

    @Option(
            names = "--parties",
            paramLabel = "P.csv",
            required = true,
            description = "party,name,INDICATOR…; an empty cell is missing, not zero.")
    private @Nullable Path parties;

    @Option(
            names = "--total",
            paramLabel = "AMOUNT",
            description =
                    "Such as 1900000.50, 1.900.000,50 or 'Rp 1,9 miliar'. A price list makes its"
                            + " own total; leave it out.")
    private @Nullable String total;

    @Option(
            names = "--totals",
            paramLabel = "FILE",
            description =
                    "line,amount: several totals split at once, as 'lines' in the rule says."
                            + " Instead of --total.")
    private @Nullable Path totals;

    @Option(
            names = "--instalments",
            paramLabel = "COUNT",
            description = "Shows each share in so many parts.")
    private @Nullable Integer instalments;

    @Option(
            names = "--provisional",
            paramLabel = "FILE",
            description =
                    "party,…,share: what was charged before, such as the CSV of an earlier run;"
                            + " shows what is still to pay or to give back.")
    private @Nullable Path provisional;

    @Option(names = "--currency", defaultValue = "IDR", description = "IDR if absent.")
    private @Nullable Currency currency;

    @Option(names = "--format", defaultValue = "text", description = "text, csv or json.")
    private @Nullable Format format;

    @Option(
            names = "--trace",
            description =
                    "Also shows each step: below the table, or with csv among the messages. JSON"
                            + " always has it.")
    private boolean trace;

    @Override
    public Integer call() throws IOException {
        if (spec == null || rule == null || parties == null || currency == null || format == null) {
            throw new IllegalStateException("A command is run by picocli alone");
        }
        requireOneOf("--total", total, "--totals", totals);
        requireOneOf("--totals", totals, "--instalments", instalments);
        requireOneOf("--totals", totals, "--provisional", provisional);
        requireOneOf("--instalments", instalments, "--provisional", provisional);
        var problems = new ArrayList<Problem>();
        var unit = currency;
        var given = total;
        var amount =
                given == null
                        ? null
                        : read(problems, () -> AmountReader.require("--total", given, unit));
        var reading = file(problems, rule, RuleFile::read);
        var sharers = file(problems, parties, PartiesFile::read);
        var lines =
                totals == null
                        ? null
                        : file(
                                problems,
                                totals,
                                (name, text) -> AmountsFile.totals(name, text, unit));
        var before =
                provisional == null
                        ? null
                        : file(
                                problems,
                                provisional,
                                (name, text) -> AmountsFile.shares(name, text, unit));
        if (reading == null || sharers == null || !problems.isEmpty()) {
            throw new InputException(problems);
        }
        try {
            if (lines != null) {
                var split = Allocation.split(lines, reading.document(), sharers);
                print(
                        trace
                                ? PartsFormat.trace(split, Locale.ENGLISH)
                                : PartsFormat.reports(split, Locale.ENGLISH),
                        () -> PartsFormat.text(split),
                        () -> PartsFormat.csv(split),
                        () -> PartsFormat.json(split));
            } else {
                print(
                        amount == null
                                ? Allocation.charge(unit, reading.document(), sharers)
                                : Allocation.allocate(amount, reading.document(), sharers),
                        before);
            }
        } catch (AllocationException refusal) {
            throw new InputException(refusal.all().stream().map(reading::locate).toList());
        }
        return ExitCode.DONE;
    }

    private void requireOneOf(
            String first, @Nullable Object one, String second, @Nullable Object other) {
        if (spec != null && one != null && other != null) {
            throw new ParameterException(
                    spec.commandLine(), first + " and " + second + " exclude each other");
        }
    }

    private void print(Shares shares, @Nullable Map<String, Money> before) {
        var steps =
                trace
                        ? SharesFormat.trace(shares, Locale.ENGLISH)
                        : SharesFormat.reports(shares, Locale.ENGLISH);
        if (instalments != null) {
            var parts = Instalments.of(shares, instalments);
            print(
                    steps,
                    () -> PartsFormat.text(shares, parts),
                    () -> PartsFormat.csv(parts),
                    () -> PartsFormat.json(shares, parts));
        } else if (before != null) {
            var settled = TrueUp.of(shares, before, Map.of());
            print(
                    steps,
                    () -> PartsFormat.text(shares, settled),
                    () -> PartsFormat.csv(settled),
                    () -> PartsFormat.json(shares, settled));
        } else {
            print(
                    steps,
                    () -> SharesFormat.text(shares),
                    () -> SharesFormat.csv(shares),
                    () -> SharesFormat.json(shares));
        }
    }

    private void print(
            String steps, Supplier<String> text, Supplier<String> csv, Supplier<String> json) {
        if (spec == null || format == null) {
            return;
        }
        var out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> out.print(text.get() + steps);
            case CSV -> {
                out.print(csv.get());
                spec.commandLine().getErr().print(steps);
            }
            case JSON -> out.print(json.get());
        }
        out.flush();
        spec.commandLine().getErr().flush();
    }

    private static <T> @Nullable T file(
            List<Problem> problems, Path file, BiFunction<String, String, T> reader)
            throws IOException {
        var name = file.toString();
        var bytes = Files.readAllBytes(file);
        return read(problems, () -> reader.apply(name, utf8(name, bytes)));
    }

    private static <T> @Nullable T read(List<Problem> problems, Supplier<T> value) {
        try {
            return value.get();
        } catch (InputException refusal) {
            if (refusal.problems().isEmpty()) {
                problems.add(
                        new Problem(
                                "--total",
                                1,
                                1,
                                refusal.code(),
                                String.valueOf(refusal.arguments().getLast())));
            }
            problems.addAll(refusal.problems());
            return null;
        }
    }

    private static String utf8(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new InputException(
                    List.of(
                            new Problem(
                                    file,
                                    0,
                                    0,
                                    "input.encoding",
                                    "The file is not UTF-8; save it as UTF-8 and try again")));
        }
    }
}
