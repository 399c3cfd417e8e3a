package id.patungan.grants.iati;

import static id.patungan.grants.Secretariat.day;
import static id.patungan.grants.Secretariat.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.patungan.basics.DomainException;
import id.patungan.grants.AwardEvents;
import id.patungan.grants.AwardEvents.PassOn;
import id.patungan.grants.AwardMoney;
import id.patungan.grants.AwardMoney.Amount;
import id.patungan.grants.AwardMoney.Part;
import id.patungan.grants.AwardMoney.Receipt;
import id.patungan.grants.AwardMoney.Spending;
import id.patungan.grants.Awards;
import id.patungan.grants.Secretariat;
import id.patungan.grants.iati.IatiCode.OrganisationType;
import id.patungan.ledger.Books;
import id.patungan.parties.Bodies;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.MovableClock;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The activity file of a body's awards: whole, valid, and to each giver its own alone. */
@DatabaseTest
@Import(MovableClock.Hands.class)
class IatiFilesTest {

    private static final IatiPublisher BODY =
            new IatiPublisher("ID-KSD-CONTOH", OrganisationType.OTHER_PUBLIC, "ID");
    private static final IatiAward LOGIC =
            new IatiAward(
                    "15112",
                    "XM-DAC-41114",
                    OrganisationType.MULTILATERAL,
                    "XM-DAC-41114-LOGIC",
                    "10",
                    "110",
                    null,
                    null);

    private final AwardMoney money;
    private final AwardEvents events;
    private final IatiFiles files;
    private final MovableClock clock;
    private final Secretariat office;
    private final Access finance;

    @Autowired
    IatiFilesTest(
            Awards awards,
            AwardMoney money,
            AwardEvents events,
            IatiFiles files,
            MovableClock clock,
            Bodies bodies,
            Parties parties,
            Books books) {
        this.money = money;
        this.events = events;
        this.files = files;
        this.clock = clock;
        this.office = Secretariat.open(bodies, parties, books, awards);
        this.finance = office.finance();
    }

    @BeforeEach
    void twoAwards() {
        clock.set(day("2006-01-03"));
        office.approved("LOGIC", Secretariat.framed());
        office.approved("HIBAH-1", Secretariat.hibah());
        clock.set(day("2006-12-31"));
        money.receive(
                finance,
                "LOGIC",
                new Receipt(
                        day("2006-01-20"),
                        "T1",
                        Map.of("DONOR-LOGIC", rupiah(300_000_000)),
                        "TRF Tuan Polan",
                        "Titipan Tuan Polan"),
                "k1");
        money.spend(
                finance,
                "LOGIC",
                new Spending(
                        day("2006-03-10"),
                        "V-1 Tuan Polan",
                        "Honor Tuan Polan",
                        "52300",
                        null,
                        null,
                        List.of(new Part("DONOR-LOGIC", "LOGIC/A/1.1", rupiah(40_000_000)))),
                "k2");
        money.interest(
                finance,
                "LOGIC",
                new Amount(day("2006-09-30"), null, rupiah(1_000_000), "RK-9", null, null),
                "k3");
    }

    private String text(Access access) {
        return new String(files.file(access), StandardCharsets.UTF_8);
    }

    private void entered() {
        files.publish(finance, BODY, "p");
        files.publish(finance, "LOGIC", LOGIC, "a1");
        files.publish(
                finance,
                "HIBAH-1",
                new IatiAward(
                        "15110",
                        null,
                        OrganisationType.LOCAL_GOVERNMENT,
                        null,
                        null,
                        null,
                        null,
                        null),
                "a2");
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(work)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void theFileIsValidAndNamesNobody() throws Exception {
        entered();
        var file = files.file(finance);

        assertThat(text(finance))
                .contains("<iati-identifier>ID-KSD-CONTOH-LOGIC</iati-identifier>")
                .contains("<iati-identifier>ID-KSD-CONTOH-HIBAH-1</iati-identifier>")
                .contains("<value currency=\"IDR\" value-date=\"2006-03-10\">40000000.00</value>")
                .doesNotContain("Polan");
        assertThat(files.lines(finance)).allMatch(IatiFiles.Line::ready);
        assumeTrue(IatiSchema.present(), IatiSchema.ABSENT);
        assertThat(IatiSchema.errors(file)).isEmpty();
    }

    @Test
    void interestComesFromTheBodyAndIsNoInterestPaid() {
        entered();

        assertThat(text(finance))
                .contains("<narrative>Bunga bank</narrative>")
                .doesNotContain("<transaction-type code=\"5\">");
    }

    /**
     * IDR 25 of 60 million are passed on to a member of the body; the rest of the costs is its own.
     */
    @Test
    void whatIsPassedOnIsACommitmentAndADisbursement() throws Exception {
        entered();
        refused("grants.unknown", () -> passOn("NOBODY", day("2006-04-01"), "PKS-1"));
        refused("grants.future", () -> passOn(Secretariat.PROVINCE, day("2007-01-01"), "PKS-1"));
        refused("grants.missing", () -> passOn(Secretariat.PROVINCE, day("2006-04-01"), null));
        passOn(Secretariat.PROVINCE, day("2006-04-01"), "PKS-1");
        money.spend(
                finance,
                "LOGIC",
                new Spending(
                        day("2006-05-10"),
                        "V-2",
                        "Diteruskan",
                        "52300",
                        null,
                        Secretariat.PROVINCE,
                        List.of(new Part("DONOR-LOGIC", "LOGIC/A/1.2", rupiah(25_000_000)))),
                "k4");

        assertThat(text(finance))
                .contains("<transaction-type code=\"2\"")
                .contains("<value currency=\"IDR\" value-date=\"2006-04-01\">60000000.00</value>")
                .contains("<transaction-type code=\"3\"")
                .contains("<value currency=\"IDR\" value-date=\"2006-05-10\">25000000.00</value>")
                .contains("<receiver-org>")
                .doesNotContain("PKS-1", "Diteruskan");
        assertThat(text(finance).split("<transaction-type code=\"4\"", -1)).hasSize(2);
        assumeTrue(IatiSchema.present(), IatiSchema.ABSENT);
        assertThat(IatiSchema.errors(files.file(finance))).isEmpty();
    }

    private void passOn(String receiver, LocalDate on, @Nullable String document) {
        events.passOn(
                finance,
                "LOGIC",
                new PassOn(on, receiver, rupiah(60_000_000), document, null),
                "pass-" + (receiver + on + document).hashCode());
    }

    @Test
    void aGiverGetsItsOwnActivitiesAndNoOthers() {
        entered();

        assertThat(text(office.giver("LOGIC")))
                .contains("ID-KSD-CONTOH-LOGIC")
                .doesNotContain("HIBAH-1");
        assertThat(text(office.giver(Secretariat.PROVINCE)))
                .contains("HIBAH-1")
                .doesNotContain("CONTOH-LOGIC");
        refused("awardpapers.iati-nothing", () -> files.file(office.giver("GTZ")));
        assertThat(files.lines(office.giver("GTZ"))).isEmpty();
        refused("grants.no-such-award", () -> files.setting(office.giver("GTZ"), "LOGIC"));
        refused(
                "access.not-allowed",
                () -> files.publish(office.giver("LOGIC"), "LOGIC", LOGIC, "mine"));
    }

    @Test
    void withoutThePublisherThereIsNoFile() {
        refused("awardpapers.iati-no-publisher", () -> files.file(finance));
        files.publish(finance, BODY, "p");
        refused("awardpapers.iati-nothing", () -> files.file(finance));
        assertThat(files.lines(finance)).noneMatch(IatiFiles.Line::ready);
    }

    @Test
    void aChangeIsANewVersionAndTheSameKeyChangesOnce() {
        files.publish(finance, BODY, "p");
        files.publish(finance, BODY, "p");
        files.publish(finance, new IatiPublisher("ID-KSD-BARU", OrganisationType.OTHER, "ID"), "q");

        assertThat(files.publisher(finance).orElseThrow().organisation()).isEqualTo("ID-KSD-BARU");
    }

    @Test
    void whatNoFileCouldHoldIsRefused() {
        refused(
                "awardpapers.iati.organisation",
                () -> new IatiPublisher("ID/1", OrganisationType.OTHER, "ID"));
        refused(
                "awardpapers.iati.country",
                () -> new IatiPublisher("ID-1", OrganisationType.OTHER, "Indonesia"));
        refused(
                "awardpapers.iati.sector",
                () -> new IatiAward("151", null, null, null, null, null, null, null));
        refused(
                "awardpapers.iati.aid",
                () -> new IatiAward("15112", null, null, null, null, null, "longer", null));
    }
}
