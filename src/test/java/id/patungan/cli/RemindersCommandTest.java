package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.letters.PaymentAccount;
import id.patungan.contributions.letters.PaymentAccounts;
import id.patungan.contributions.reminders.NewReminderSchedule;
import id.patungan.contributions.reminders.ReminderSchedules;
import id.patungan.contributions.reminders.ReminderStep;
import id.patungan.contributions.reminders.ReminderStep.Channel;
import id.patungan.contributions.reminders.ReminderStep.Tone;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reminders from a shell. */
@DatabaseTest
class RemindersCommandTest {

    private final ApplicationContext context;
    private final Town town;

    @Autowired
    RemindersCommandTest(
            ApplicationContext context,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books,
            Assessments assessments,
            PaymentAccounts accounts,
            ReminderSchedules schedules) {
        this.context = context;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        assessments.issue(town.finance(), town.dues(), "k2");
        accounts.put(
                town.finance(),
                new PaymentAccount(new AccountCode("11200"), null, "Bank", "001", "Sekber"));
        schedules.draft(
                town.finance(),
                new NewReminderSchedule(
                        LocalDate.of(2006, 1, 1),
                        "PKS-1",
                        "Pasal 6",
                        List.of(new ReminderStep(1, Tone.FRIENDLY, Channel.MAIL)),
                        null),
                "d");
        schedules.decide(town.as(Role.APPROVER, new Scope.All()), 1, true, null, "a");
    }

    @Test
    void itListsWhatIsDueAndSendsItOnce() throws Exception {
        assertThat(reminders("--as-of", "2006-03-31")).isEmpty();
        assertThat(reminders("--as-of", "2006-04-01").lines())
                .hasSize(3)
                .contains("34.04\t1\tfriendly\tmail\t110000000.00\tAS-2006-0001/34.04");
        assertThat(reminders("--as-of", "2006-04-01", "--send").lines())
                .hasSize(3)
                .allMatch(line -> line.matches(".*\tPG-2006-000[123]"));
        assertThat(reminders("--as-of", "2006-04-02", "--send")).isEmpty();
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> reminders("--as-of", "besok"));
    }

    private String reminders(String... arguments) throws Exception {
        var all = new ArrayList<>(List.of("--body", town.code()));
        all.addAll(List.of(arguments));
        var command = new RemindersCommand();
        new CommandLine(command).parseArgs(all.toArray(String[]::new));
        var out = new StringWriter();
        var writer = new PrintWriter(out);
        assertThat(command.run(context, writer)).isEqualTo(ExitCode.DONE);
        writer.flush();
        return out.toString();
    }
}
