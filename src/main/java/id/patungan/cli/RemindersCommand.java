package id.patungan.cli;

import id.patungan.basics.DateReader;
import id.patungan.basics.Input;
import id.patungan.basics.Money;
import id.patungan.contributions.reminders.DueReminder;
import id.patungan.contributions.reminders.Reminders;
import id.patungan.contributions.reminders.SentReminder;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.BodyDirectory;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who is to be reminded of what, and on request the letters. */
@Command(
        name = "reminders",
        mixinStandardHelpOptions = true,
        description = {
            "Lists by the body's approved schedule who is to be reminded of which charges on a day:",
            "party, step in days, tone, channel, open amount and charges, separated by tabs. With",
            "--send each gets its letter, and the last column is its number. The same step of the",
            "same charge is never sent twice."
        })
final class RemindersCommand extends ServiceCommand {

    @Option(names = "--body", required = true, paramLabel = "CODE", description = "The body.")
    private String body = "";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day, and the date of the letters; today if absent.")
    private @Nullable String asOf;

    @Option(names = "--send", description = "Sends the letters.")
    private boolean send;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            defaultValue = "id",
            description = "Language of the letters: id or en (default: $" + "{DEFAULT-VALUE}).")
    private String language = "";

    @Override
    protected int run(ApplicationContext services, PrintWriter output) {
        var access =
                Access.system(
                        services.getBean(BodyDirectory.class)
                                .byCode(body)
                                .orElseThrow(AccessException::noSuchBody)
                                .id());
        var reminders = services.getBean(Reminders.class);
        var asked = asOf;
        var day =
                asked == null
                        ? reminders.today(access)
                        : Input.read("--as-of", () -> DateReader.read(asked));
        if (send) {
            sent(reminders, access, day, output);
        } else {
            reminders.due(access, day).forEach(one -> output.print(line(one) + "\n"));
        }
        return ExitCode.DONE;
    }

    private void sent(Reminders reminders, Access access, LocalDate day, PrintWriter output) {
        var spoken = Reminders.language(language);
        List<SentReminder> sent;
        do {
            sent = reminders.sendAll(access, day, spoken, UUID.randomUUID().toString());
            sent.forEach(one -> output.print(line(one) + "\n"));
        } while (sent.size() == Reminders.AT_ONCE);
    }

    private static String line(DueReminder one) {
        return String.join(
                "\t",
                one.party(),
                Integer.toString(one.step().days()),
                one.step().tone().code(),
                one.step().channel().code(),
                one.total().toDecimal().toPlainString(),
                one.items().stream()
                        .map(DueReminder.Item::charge)
                        .collect(Collectors.joining(",")));
    }

    private static String line(SentReminder one) {
        return String.join(
                "\t",
                one.party(),
                Integer.toString(one.days()),
                one.tone().code(),
                one.channel().code(),
                one.charges().stream()
                        .map(SentReminder.Charge::open)
                        .reduce(Money::plus)
                        .orElseThrow()
                        .toDecimal()
                        .toPlainString(),
                one.charges().stream()
                        .map(SentReminder.Charge::charge)
                        .collect(Collectors.joining(",")),
                one.paper());
    }
}
