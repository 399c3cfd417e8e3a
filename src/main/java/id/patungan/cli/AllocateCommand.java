package id.patungan.cli;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.AllocationException;
import id.patungan.allocation.PartiesFile;
import id.patungan.allocation.RuleFile;
import id.patungan.allocation.Shares;
import id.patungan.allocation.SharesFormat;
import id.patungan.basics.AmountReader;
import id.patungan.basics.InputException;
import id.patungan.basics.Problem;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
import java.util.concurrent.Callable;
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
            required = true,
            description = "Such as 1900000.50, 1.900.000,50 or 'Rp 1,9 miliar'.")
    private @Nullable String total;

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
        if (spec == null
                || rule == null
                || parties == null
                || total == null
                || currency == null
                || format == null) {
            throw new IllegalStateException("A command is run by picocli alone");
        }
        var ruleText = Files.readAllBytes(rule);
        var partiesText = Files.readAllBytes(parties);
        var problems = new ArrayList<Problem>();
        var ruleName = rule.toString();
        var partiesName = parties.toString();
        var given = total;
        var unit = currency;
        var amount = read(problems, () -> AmountReader.require("--total", given, unit));
        var reading = read(problems, () -> RuleFile.read(ruleName, utf8(ruleName, ruleText)));
        var sharers =
                read(problems, () -> PartiesFile.read(partiesName, utf8(partiesName, partiesText)));
        if (amount == null || reading == null || sharers == null) {
            throw new InputException(problems);
        }
        Shares shares;
        try {
            shares = Allocation.allocate(amount, reading.document(), sharers);
        } catch (AllocationException refusal) {
            throw new InputException(refusal.all().stream().map(reading::locate).toList());
        }
        print(shares, format);
        return ExitCode.DONE;
    }

    private void print(Shares shares, Format wanted) {
        if (spec == null) {
            return;
        }
        var out = spec.commandLine().getOut();
        var steps =
                trace
                        ? SharesFormat.trace(shares, Locale.ENGLISH)
                        : SharesFormat.reports(shares, Locale.ENGLISH);
        switch (wanted) {
            case TEXT -> out.print(SharesFormat.text(shares) + steps);
            case CSV -> {
                out.print(SharesFormat.csv(shares));
                spec.commandLine().getErr().print(steps);
            }
            case JSON -> out.print(SharesFormat.json(shares));
        }
        out.flush();
        spec.commandLine().getErr().flush();
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
