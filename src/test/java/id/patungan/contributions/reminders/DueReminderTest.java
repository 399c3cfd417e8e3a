package id.patungan.contributions.reminders;

import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.contributions.reminders.DueReminder.Item;
import id.patungan.contributions.reminders.DueReminder.Open;
import id.patungan.contributions.reminders.DueReminder.Sent;
import id.patungan.contributions.reminders.ReminderStep.Channel;
import id.patungan.contributions.reminders.ReminderStep.Tone;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;

/** The day table of reminders. */
class DueReminderTest {

    private static final LocalDate DUE = LocalDate.of(2006, 3, 31);
    private static final List<ReminderStep> STEPS =
            List.of(
                    new ReminderStep(-14, Tone.FRIENDLY, Channel.MAIL),
                    new ReminderStep(1, Tone.FRIENDLY, Channel.MAIL),
                    new ReminderStep(14, Tone.SECOND, Channel.MAIL),
                    new ReminderStep(30, Tone.LAST, Channel.PAPER));

    @ParameterizedTest
    @CsvSource({
        "-15, ",
        "-14, -14",
        "-1, -14",
        "0, -14",
        "1, 1",
        "13, 1",
        "14, 14",
        "29, 14",
        "30, 30",
        "400, 30"
    })
    void theLatestStepThatIsReachedIsDue(int days, @Nullable Integer step) {
        assertThat(steps(days, List.of())).isEqualTo(step == null ? List.of() : List.of(step));
    }

    @Test
    void aStepIsNeverSentTwiceAndWhatWasMissedIsNotMadeUpFor() {
        assertThat(steps(5, List.of(new Sent("AS-1/34.04", DUE, 1)))).isEmpty();
        assertThat(steps(14, List.of(new Sent("AS-1/34.04", DUE, 1)))).containsExactly(14);
        assertThat(steps(20, List.of(new Sent("AS-1/34.04", DUE, 30)))).isEmpty();
        assertThat(steps(20, List.of(new Sent("AS-1/34.04", DUE.plusMonths(1), 14))))
                .as("the same charge's other instalment")
                .containsExactly(14);
        assertThat(steps(20, List.of(new Sent("AS-1/34.02", DUE, 14)))).containsExactly(14);
    }

    @Test
    void chargesOfAPartyStandTogetherByStep() {
        var due =
                DueReminder.of(
                        STEPS,
                        List.of(
                                open("34.04", "AS-2/34.04", 3),
                                open("34.04", "AS-1/34.04", 8),
                                open("34.04", "AS-3/34.04", 40),
                                open("34.02", "AS-1/34.02", 8)),
                        List.of(),
                        DUE);
        assertThat(due)
                .extracting(one -> one.party() + " " + one.step().days() + " " + one.items().size())
                .containsExactly("34.02 1 1", "34.04 1 2", "34.04 30 1");
        assertThat(due.get(1).total()).isEqualTo(rupiah("220"));
    }

    @Test
    void aScheduleHasStepsOnDifferentDays() {
        refused("reminders.no-steps", List.of());
        refused(
                "reminders.twice",
                List.of(
                        new ReminderStep(1, Tone.FRIENDLY, Channel.MAIL),
                        new ReminderStep(1, Tone.LAST, Channel.PAPER)));
        assertThatExceptionOfType(RemindersException.class)
                .isThrownBy(() -> new ReminderStep(-366, Tone.LAST, Channel.MAIL))
                .matches(refusal -> refusal.code().equals("reminders.days"));
    }

    private static void refused(String code, List<ReminderStep> steps) {
        assertThatExceptionOfType(RemindersException.class)
                .isThrownBy(() -> new NewReminderSchedule(DUE, "PKS-1", "Pasal 6", steps, null))
                .matches(refusal -> refusal.code().equals(code));
    }

    private static List<Integer> steps(int days, List<Sent> sent) {
        return DueReminder.of(
                        STEPS, List.of(open("34.04", "AS-1/34.04", days)), sent, DUE.plusDays(days))
                .stream()
                .map(one -> one.step().days())
                .toList();
    }

    private static Open open(String party, String charge, int days) {
        return new Open(
                party,
                party,
                new Item(charge, "AS", "Iuran", "UMUM", DUE, days, rupiah("110"), null));
    }
}
