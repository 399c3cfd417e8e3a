package id.patungan.contributions.reminders;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.arrears.Standings;
import id.patungan.contributions.disputes.Dispute;
import id.patungan.contributions.disputes.Disputes;
import id.patungan.contributions.disputes.NewDispute;
import id.patungan.contributions.letters.PaymentAccount;
import id.patungan.contributions.letters.PaymentAccounts;
import id.patungan.contributions.reminders.ReminderStep.Channel;
import id.patungan.contributions.reminders.ReminderStep.Tone;
import id.patungan.documents.Register;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reminders by the body's schedule: proposed by the system, sent by people, once. */
@DatabaseTest
class RemindersTest {

    private static final LocalDate DUE = LocalDate.of(2006, 3, 31);
    private static final Locale ID = Locale.of("id");

    private final MockMvcTester http;
    private final Town town;
    private final Access finance;
    private final Access approver;

    @Autowired private Reminders reminders;
    @Autowired private ReminderSchedules schedules;
    @Autowired private Receipts receipts;
    @Autowired private Disputes disputes;
    @Autowired private Register register;
    @Autowired private Standings standings;
    @Autowired private People people;
    @Autowired private Clock clock;

    RemindersTest(
            @Autowired WebApplicationContext context,
            @Autowired Bodies bodies,
            @Autowired Parties parties,
            @Autowired Members members,
            @Autowired Agreements agreements,
            @Autowired Books books,
            @Autowired Assessments assessments,
            @Autowired PaymentAccounts accounts) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = town.finance();
        this.approver = town.as(Role.APPROVER, new Scope.All());
        assessments.issue(finance, town.dues(), "k2");
        accounts.put(
                finance,
                new PaymentAccount(
                        new AccountCode("11200"), null, "Bank BPD DIY", "001.111", "Sekber"));
    }

    private static NewReminderSchedule wish() {
        return new NewReminderSchedule(
                LocalDate.of(2006, 1, 1),
                "PKS-1",
                "Pasal 6",
                List.of(
                        new ReminderStep(30, Tone.LAST, Channel.PAPER),
                        new ReminderStep(-14, Tone.FRIENDLY, Channel.MAIL),
                        new ReminderStep(1, Tone.FRIENDLY, Channel.MAIL),
                        new ReminderStep(14, Tone.SECOND, Channel.MAIL)),
                null);
    }

    private void approved() {
        schedules.draft(finance, wish(), "d");
        schedules.decide(approver, 1, true, null, "a");
    }

    @Test
    void withoutAnApprovedScheduleNobodyIsReminded() {
        assertThat(reminders.due(finance, DUE)).isEmpty();
        refused("reminders.no-schedule", () -> send(SLEMAN, 1, DUE.plusDays(1), "x"));
        schedules.draft(finance, wish(), "d");
        assertThat(reminders.due(finance, DUE)).isEmpty();
        refused("access.not-allowed", () -> schedules.decide(finance, 1, true, null, "a"));
        refused("agreed.no-reason", () -> schedules.decide(approver, 1, false, " ", "a"));
        schedules.decide(approver, 1, true, null, "a");
        refused("agreed.decided", () -> schedules.decide(approver, 1, false, "Tidak", "b"));
        assertThat(reminders.due(finance, DUE.minusDays(15))).isEmpty();
        assertThat(reminders.due(finance, DUE.minusDays(14))).hasSize(3);
        refused(
                "reminders.in-future",
                () -> reminders.due(finance, reminders.today(finance).plusDays(1)));
    }

    @Test
    void aLetterGoesOutOnceWithWhatIsOpenAndTheNextStepFollows() {
        approved();
        receipts.record(finance, town.receipt(SLEMAN, "10000000"), "r1");
        var day = DUE.plusDays(20);
        var due = reminders.due(finance, day);
        assertThat(due)
                .extracting(one -> one.party() + " " + one.step().tone().code() + " " + one.total())
                .contains("34.04 second " + rupiah("100000000"));
        disputes.raise(
                town.treasurerOf(SLEMAN),
                new NewDispute(
                        SLEMAN,
                        Dispute.Subject.CHARGE,
                        null,
                        "AS-2006-0001/34.04",
                        null,
                        null,
                        "Bagian lain"),
                "ds");
        assertThat(
                        reminders.due(finance, day).stream()
                                .filter(one -> one.party().equals(SLEMAN))
                                .findFirst()
                                .orElseThrow()
                                .disputed())
                .isEqualTo(1);
        var sent = send(SLEMAN, 14, day, "s1");
        assertThat(sent.paper()).isEqualTo("PG-2006-0001");
        assertThat(send(SLEMAN, 14, day, "s1").paper()).isEqualTo("PG-2006-0001");
        refused("reminders.not-due", () -> send(SLEMAN, 14, day.plusDays(2), "s2"));
        assertThat(register.content(finance, sent.paper()))
                .contains("AS-2006-0001/34.04")
                .contains("100.000.000,00")
                .contains("lewat 20 hari")
                .contains("Disanggah sejak")
                .contains("Bank BPD DIY")
                .contains("RF");
        assertThat(register.file(town.treasurerOf(SLEMAN), sent.paper())).isNotEmpty();
        refused(
                "documents.no-such-paper",
                () -> register.get(town.treasurerOf(BANTUL), sent.paper()));
        assertThat(reminders.sent(town.treasurerOf(BANTUL))).isEmpty();
        assertThat(standings.of(finance, SLEMAN, day).steps()).isEmpty();
        assertThat(reminders.due(finance, day))
                .extracting(DueReminder::party)
                .doesNotContain("34.04");

        var all = reminders.sendAll(finance, day, Locale.ENGLISH, "all");
        assertThat(all).hasSize(2).allMatch(one -> one.days() == 14);
        assertThat(register.content(finance, all.getFirst().paper())).contains("20 days overdue");
        assertThat(reminders.due(finance, day)).isEmpty();
        assertThat(reminders.sendAll(finance, day, ID, "all2")).isEmpty();
        assertThat(reminders.due(finance, DUE.plusDays(30)))
                .hasSize(3)
                .allMatch(one -> one.step().channel() == Channel.PAPER);
        for (var role : List.of(Role.APPROVER, Role.AUDITOR)) {
            var other = town.as(role, new Scope.All());
            refused("access.not-allowed", () -> reminders.sendAll(other, day, ID, "no"));
        }
    }

    private SentReminder send(String party, int days, LocalDate on, String key) {
        return reminders.send(finance, party, days, on, ID, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void theScheduleAndTheLettersAreMadeByForms(String language) throws Exception {
        var lang = "?lang=" + language;
        var keeper = person("f", Role.FINANCE, new Scope.All());
        var head = person("c", Role.APPROVER, new Scope.All());
        var sleman =
                person(
                        "s",
                        Role.TREASURER,
                        new Scope.OneParty(
                                java.util.Objects.requireNonNull(town.ids().get(SLEMAN))));
        assertThat(text(get(keeper, "/reminder-schedule" + lang)))
                .contains("schedule-form")
                .doesNotContain("??");
        var refused = post(keeper, "/reminder-schedule" + lang, Map.of("days", "setengah"));
        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains("id=\"days-0-error\"")
                .contains("id=\"ground-error\"")
                .contains("setengah")
                .doesNotContain("??");
        var typed =
                Map.of(
                        "key",
                        "d",
                        "effectiveFrom",
                        "01-01-2006",
                        "ground",
                        "PKS-1/Pasal 6",
                        "days",
                        "-14",
                        "tone",
                        "friendly",
                        "channel",
                        "mail");
        assertThat(post(keeper, "/reminder-schedule", typed)).hasStatus3xxRedirection();
        assertThat(text(get(head, "/reminder-schedule" + lang)))
                .contains("/1/decision")
                .doesNotContain("??");
        assertThat(post(head, "/reminder-schedule/1/decision", Map.of("do", "approve", "key", "e")))
                .hasStatus3xxRedirection();
        var page = "/reminders?asOf=2006-03-20&lang=" + language;
        assertThat(text(get(keeper, page))).contains("34.04").doesNotContain("??");
        assertThat(get(keeper, "/reminders?asOf=2999-01-01")).hasStatus(422);
        assertThat(post(sleman, "/reminders", Map.of("asOf", "20-03-2006"))).hasStatus(403);
        assertThat(post(keeper, "/reminders", Map.of("asOf", "20-03-2006", "key", "g")))
                .hasStatus(422);
        var one =
                Map.of(
                        "asOf",
                        "2006-03-20",
                        "language",
                        language,
                        "key",
                        "h",
                        "party",
                        "34.04",
                        "step",
                        "-14");
        assertThat(post(keeper, "/reminders", one)).hasStatus3xxRedirection();
        var rest = Map.of("asOf", "2006-03-20", "language", language, "key", "i");
        assertThat(post(keeper, "/reminders", rest)).hasStatus3xxRedirection();
        assertThat(text(get(keeper, page)))
                .contains("PG-2006-0003")
                .contains("document=PG-2006-0001")
                .doesNotContain("??");
        assertThat(text(get(sleman, "/reminders" + lang)))
                .contains("PG-2006-0001")
                .doesNotContain("PG-2006-0002")
                .doesNotContain("??");
        assertThat(text(get(keeper, "/standing/34.04?asOf=2006-04-20&document=PG-2006-0001")))
                .doesNotContain("??");
    }

    @Test
    void theApiDoesTheSame() throws Exception {
        approved();
        var keeper = person("f", Role.FINANCE, new Scope.All());
        var auditor = person("a", Role.AUDITOR, new Scope.All());
        assertThat(api(auditor, "/reminders", "{}", "a1")).hasStatus(403);
        assertThat(
                        api(
                                keeper,
                                "/reminders",
                                "{\"party\": \"34.04\", \"on\": \"2006-04-01\"}",
                                "a2"))
                .hasStatus(400);
        assertThat(
                        api(
                                keeper,
                                "/reminders",
                                "{\"party\": \"34.04\", \"days\": 1, \"on\": \"2006-04-01\"}",
                                "a3"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].charges[0].open")
                .isEqualTo("110000000.00");
        assertThat(
                        http.get()
                                .uri("/api/v1/bodies/" + town.code() + "/reminders?asOf=2006-04-01")
                                .with(user(keeper))
                                .exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[*].party")
                .asArray()
                .containsExactly("34.02", "34.71");
        assertThat(
                        api(
                                keeper,
                                "/reminder-schedule",
                                "{\"effectiveFrom\": \"2007-01-01\", \"agreement\": \"PKS-1\","
                                        + " \"article\": \"Pasal 6\", \"steps\": [{\"days\": 7,"
                                        + " \"tone\": \"loud\", \"channel\": \"mail\"}]}",
                                "a4"))
                .hasStatus(422);
    }

    private String person(String name, Role role, Scope scope) {
        var handle = name + "-" + town.code();
        people.create(Viewer.system(), handle, handle, "a long password 1");
        people.grant(
                Viewer.system(),
                handle,
                new Permission(role, town.body(), scope),
                LocalDate.now(clock).minusDays(1),
                null);
        return handle;
    }

    private MvcTestResult post(String who, String path, Map<String, String> fields) {
        var request = http.post().uri("/bodies/" + town.code() + path).with(user(who)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult api(String who, String path, String json, String key) {
        return http.post()
                .uri("/api/v1/bodies/" + town.code() + path)
                .with(user(who))
                .with(csrf())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private MvcTestResult get(String who, String path) {
        return http.get().uri("/bodies/" + town.code() + path).with(user(who)).exchange();
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(work)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
