package id.patungan.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.FundCode;
import id.patungan.ledger.Books;
import id.patungan.parties.AgreementText.Article;
import id.patungan.parties.AgreementText.OfficialNumber;
import id.patungan.parties.AgreementText.Signer;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

@DatabaseTest
class PartiesTest {

    private static final LocalDate FOUNDED = LocalDate.of(2003, 6, 28);

    @Autowired Bodies bodies;
    @Autowired Parties parties;
    @Autowired Members members;
    @Autowired Agreements agreements;
    @Autowired Indicators indicators;
    @Autowired Signatories signatories;
    @Autowired Books books;
    @Autowired Audit audit;

    @Test
    void settingUpABodyOpensItsBook() {
        var body = bodies.create(TestBodies.ADMINISTRATOR, TestBodies.wish("p-open"));

        var book = books.get(body.id());
        assertThat(book.code()).isEqualTo("p-open");
        assertThat(book.currency().getCurrencyCode()).isEqualTo("IDR");
        assertThat(book.firstOpen()).isEqualTo("2004-01-01");
        assertThat(bodies.byCode("p-open")).get().extracting("name").isEqualTo("Badan p-open");
    }

    @Test
    void settingUpTheSameBodyAgainAnswersTheOneThatIsThere() {
        var first = bodies.create(TestBodies.ADMINISTRATOR, TestBodies.wish("p-twice"));

        assertThat(bodies.create(TestBodies.ADMINISTRATOR, TestBodies.wish("p-twice")))
                .isEqualTo(first);
        var wish = TestBodies.wish("p-twice");
        var other =
                new NewBody(
                        wish.code(),
                        wish.profile(),
                        wish.zone(),
                        wish.currency(),
                        wish.firstOpenDate(),
                        true);
        assertRefused("parties.body-exists", () -> bodies.create(TestBodies.ADMINISTRATOR, other));
    }

    @Test
    void onlyAnAdministratorSetsUpBodies() {
        var access = TestBodies.create(bodies, "p-admin");

        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> bodies.create(access.viewer(), TestBodies.wish("p-admin-2")));
        assertThat(bodies.byCode("p-admin-2")).isEmpty();
    }

    @Test
    void aBodyIsEditedWithItsPastInTheAuditTrail() {
        var access = TestBodies.create(bodies, "p-edit");
        var profile =
                new Profile(
                        "Nama Baru",
                        null,
                        null,
                        Letterhead.NONE,
                        new Sample("Rekaan.", "Invented."));

        bodies.change(access, profile);

        assertThat(bodies.get(access).name()).isEqualTo("Nama Baru");
        assertThat(bodies.byCode("p-edit")).get().extracting("sample").isEqualTo(true);
        var event = audit.trail(access, null).getFirst();
        assertThat(event.action()).isEqualTo("body.change");
        assertThat(event.before()).contains("Badan p-edit");
        assertThat(event.after()).contains("Nama Baru");
    }

    @Test
    void oneRegionSitsInSeveralBodiesAsOneParty() {
        var barlingmascakeb = TestBodies.create(bodies, "p-barlingmascakeb");
        var javapromo = TestBodies.create(bodies, "p-javapromo");

        var here = parties.add(barlingmascakeb, NewParty.region("33.05"));
        var there = parties.add(javapromo, NewParty.region("33.05"));
        members.admit(barlingmascakeb, NewMember.since("33.05", FOUNDED));
        members.admit(javapromo, NewMember.since("33.05", FOUNDED));

        assertThat(here.name()).isEqualTo("Kabupaten Kebumen");
        assertThat(here.id()).isEqualTo(there.id());
        assertThat(members.all(barlingmascakeb)).hasSize(1);
        assertThat(members.all(javapromo)).hasSize(1);
    }

    @Test
    void aProvinceIsCalledSoOnPapers() {
        var access = TestBodies.create(bodies, "p-province");

        assertThat(parties.add(access, NewParty.region("34")).name())
                .isEqualTo("Provinsi Daerah Istimewa Yogyakarta");
    }

    @Test
    void aRegionIsFoundByItsWholeCodeOnly() {
        var access = TestBodies.create(bodies, "p-zero");
        parties.add(access, NewParty.region("32.10"));

        assertThat(parties.get(access, "32.10").name()).isEqualTo("Kabupaten Majalengka");
        assertRefused("parties.unknown-party", () -> parties.get(access, "32.1"));
        assertRefused("parties.bad-form", () -> NewParty.region("32.1"));
        assertRefused(
                "parties.unknown-region", () -> parties.add(access, NewParty.region("32.99")));
    }

    @Test
    void donorsBelongToOneBodyAndMayShareACode() {
        var one = TestBodies.create(bodies, "p-donor-1");
        var two = TestBodies.create(bodies, "p-donor-2");

        var gtz = parties.add(one, NewParty.other("GTZ", PartyKind.DONOR, "GTZ Jakarta"));
        var other = parties.add(two, NewParty.other("GTZ", PartyKind.VENDOR, "Gita Tour"));

        assertThat(gtz.id()).isNotEqualTo(other.id());
        assertThat(parties.get(one, "GTZ").name()).isEqualTo("GTZ Jakarta");
        assertThat(parties.get(two, "GTZ").name()).isEqualTo("Gita Tour");
    }

    @Test
    void codesStayAndNamesAreEdited() {
        var access = TestBodies.create(bodies, "p-names");
        parties.add(access, NewParty.other("GTZ", PartyKind.DONOR, "GTZ"));
        parties.add(access, NewParty.region("34.04"));

        var contact = new Contact("Direktur GTZ", "Jakarta", null, null);
        parties.change(access, "GTZ", "Deutsche GTZ", contact);

        assertThat(parties.get(access, "GTZ").name()).isEqualTo("Deutsche GTZ");
        assertThat(parties.get(access, "GTZ").contact()).isEqualTo(contact);
        assertRefused(
                "parties.party-exists",
                () -> parties.add(access, NewParty.other("GTZ", PartyKind.DONOR, "Another")));
        assertRefused(
                "parties.region-name",
                () -> parties.change(access, "34.04", "Sleman Raya", Contact.NONE));
        assertRefused(
                "parties.bad-form", () -> NewParty.other("4GTZ", PartyKind.DONOR, "Begins so"));
    }

    @Test
    void membershipsHaveAHistory() {
        var access = TestBodies.create(bodies, "p-members");
        parties.add(access, NewParty.region("34.04"));
        members.admit(access, NewMember.since("34.04", FOUNDED));

        assertRefused(
                "parties.membership-overlaps",
                () -> members.admit(access, NewMember.since("34.04", FOUNDED.plusYears(1))));

        var left = LocalDate.of(2005, 1, 1);
        var back = LocalDate.of(2006, 1, 1);
        members.change(
                access, new NewMember("34.04", new Period(FOUNDED, left), null, true, "keluar"));
        members.admit(access, NewMember.since("34.04", back));

        assertThat(members.all(access)).hasSize(2);
        assertThat(members.on(access, left.minusDays(1))).hasSize(1);
        assertThat(members.on(access, left)).isEmpty();
        assertThat(members.on(access, back)).hasSize(1);
        assertThat(members.during(access, new Period(left, back))).isEmpty();
        assertThat(members.during(access, Period.since(left))).hasSize(1);
    }

    @Test
    void aMembershipEnteredByMistakeNeverHeld() {
        var access = TestBodies.create(bodies, "p-mistake");
        parties.add(access, NewParty.region("34.04"));
        members.admit(access, NewMember.since("34.04", FOUNDED));

        members.change(
                access, new NewMember("34.04", new Period(FOUNDED, FOUNDED), null, true, "salah"));

        assertThat(members.on(access, FOUNDED)).isEmpty();
        assertThat(members.all(access)).hasSize(1);
        members.admit(access, NewMember.since("34.04", FOUNDED.plusDays(1)));
        assertThat(members.on(access, FOUNDED.plusDays(1))).hasSize(1);
    }

    @Test
    void anUnknownPartyIsNoMember() {
        var access = TestBodies.create(bodies, "p-unknown");

        assertRefused(
                "parties.unknown-party",
                () -> members.admit(access, NewMember.since("34.04", FOUNDED)));
    }

    @Test
    void theDecreeOfBarlingmascakebHasFourNumbersForFiveSignatories() {
        var access = TestBodies.create(bodies, "p-skb");
        for (var code : List.of("33.01", "33.02", "33.03", "33.04", "33.05")) {
            parties.add(access, NewParty.region(code));
        }
        var text = skb();

        var stored = agreements.add(access, text);

        assertThat(stored.text()).isEqualTo(text);
        assertThat(stored.text().numbers())
                .extracting(OfficialNumber::number)
                .containsExactly(
                        "130.A Tahun 2003", "48 Tahun 2003", "16 Tahun 2003", "16 Tahun 2003");
        assertThat(stored.text().signers()).hasSize(5);
        assertThat(stored.names()).containsEntry("33.05", "Kabupaten Kebumen");
        assertThat(agreements.add(access, text)).isEqualTo(stored);
    }

    private static AgreementText skb() {
        return new AgreementText(
                "SKB-2003",
                AgreementType.SKB,
                "Pembentukan Lembaga Kerjasama Regional Barlingmascakeb",
                FOUNDED,
                FOUNDED,
                null,
                null,
                null,
                List.of(
                        new Signer("33.04", "Bupati Banjarnegara"),
                        new Signer("33.03", null),
                        new Signer("33.02", null),
                        new Signer("33.01", null),
                        new Signer("33.05", null)),
                List.of(
                        new OfficialNumber("130.A Tahun 2003", null),
                        new OfficialNumber("48 Tahun 2003", null),
                        new OfficialNumber("16 Tahun 2003", null),
                        new OfficialNumber("16 Tahun 2003", null)),
                List.of(new Article("Pasal 7", "Iuran anggota …")));
    }

    @Test
    void whatWasSignedStaysAndArticlesAreAddedBehind() {
        var access = TestBodies.create(bodies, "p-articles");
        for (var signer : skb().signers()) {
            parties.add(access, NewParty.region(signer.party()));
        }
        agreements.add(access, skb());

        var longer =
                with(
                        skb(),
                        List.of(
                                new Article("Pasal 7", "Iuran anggota …"),
                                new Article("Pasal 8", "Sanksi")));
        assertThat(agreements.change(access, longer).text().articles()).hasSize(2);

        assertRefused(
                "parties.agreement-exists",
                () ->
                        agreements.change(
                                access, with(skb(), List.of(new Article("Pasal 7", "lain")))));
        assertRefused("parties.agreement-exists", () -> agreements.add(access, skb()));
    }

    private static AgreementText with(AgreementText text, List<Article> articles) {
        return new AgreementText(
                text.code(),
                text.type(),
                text.subject(),
                text.signedOn(),
                text.from(),
                text.until(),
                text.documentRef(),
                text.note(),
                text.signers(),
                text.numbers(),
                articles);
    }

    @Test
    void aNumberBelongsToASignatoryOrToNobodyKnown() {
        assertRefused(
                "parties.not-a-signer",
                () ->
                        new AgreementText(
                                "A",
                                AgreementType.PKS,
                                "x",
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(new Signer("34.04", null)),
                                List.of(new OfficialNumber("1", "34.02")),
                                List.of()));
    }

    @Test
    void aCorrectedFigureIsTheNextRevision() {
        var access = TestBodies.create(bodies, "p-indicators");
        parties.add(access, NewParty.region("34.04"));

        indicators.record(access, figure("34.04", "ton", 2006, "1200.50"));
        indicators.record(access, figure("34.04", "ton", 2006, "1200.5"));
        var corrected = indicators.record(access, figure("34.04", "ton", 2006, "1250"));

        assertThat(corrected.revision()).isEqualTo(2);
        assertThat(indicators.value(access, "34.04", "ton", 2006).value()).isEqualTo("1250");
        assertThat(indicators.revisions(access, "34.04", "ton", 2006))
                .extracting(value -> value.value().toPlainString())
                .containsExactly("1250", "1200.5");
        assertThat(indicators.list(access, null, null)).hasSize(1);
    }

    @Test
    void aMissingFigureIsNamedAndNeverZero() {
        var access = TestBodies.create(bodies, "p-missing");
        parties.add(access, NewParty.region("34.04"));
        parties.add(access, NewParty.region("34.02"));
        indicators.record(access, figure("34.04", "ton", 2006, "0"));

        assertThat(indicators.values(access, Set.of("34.04", "34.02"), "ton", 2006))
                .containsOnlyKeys("34.04");
        assertThatExceptionOfType(PartiesException.class)
                .isThrownBy(
                        () -> indicators.required(access, Set.of("34.04", "34.02"), "ton", 2006))
                .withMessageContaining("ton")
                .withMessageContaining("2006")
                .withMessageContaining("34.02")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("34.04"));
    }

    @Test
    void officialFiguresAreTakenOverOnce() {
        var access = TestBodies.create(bodies, "p-official");
        for (var code : List.of("34.71", "34.04", "34.02")) {
            parties.add(access, NewParty.region(code));
        }
        var codes = List.of("34.71", "34.04", "34.02");

        assertThat(indicators.adoptOfficial(access, codes)).isEqualTo(6);
        assertThat(indicators.adoptOfficial(access, codes)).isZero();
        assertThat(indicators.value(access, "34.04", Indicators.POPULATION, 2025).value())
                .isEqualTo("1125571");
        assertThat(indicators.value(access, "34.71", Indicators.AREA, 2024).value())
                .isEqualTo("32.819");
    }

    @Test
    void oneSignsAfterTheOther() {
        var access = TestBodies.create(bodies, "p-sign");
        var first = signatory("Siti", "2004-01-01", null);
        var second = signatory("Budi", "2006-07-01", null);

        signatories.appoint(access, first);
        signatories.appoint(access, second);

        assertThat(signs(access, "2006-06-30")).isEqualTo("Siti");
        assertThat(signs(access, "2006-07-01")).isEqualTo("Budi");
        assertThat(signs(access, "2003-12-31")).isEqualTo("nobody");
        assertRefused(
                "parties.signatory-overlaps",
                () -> signatories.appoint(access, signatory("Tono", "2005-01-01", "2005-06-01")));
    }

    private String signs(Access access, String day) {
        return signatories
                .valid(access, SignatoryRole.TREASURER, LocalDate.parse(day))
                .map(Signatory::name)
                .orElse("nobody");
    }

    private static Signatory signatory(String name, String from, @Nullable String until) {
        return new Signatory(
                SignatoryRole.TREASURER,
                name,
                "19700101 199001 1 001",
                "Bendahara",
                new Period(LocalDate.parse(from), until == null ? null : LocalDate.parse(until)));
    }

    @Test
    void aTreasurerReadsTheOwnPartyAndTheNamesOfMembers() {
        var finance = TestBodies.create(bodies, "p-reach");
        var sleman = parties.add(finance, NewParty.region("34.04"));
        parties.add(finance, NewParty.region("34.02"));
        for (var code : List.of("34.04", "34.02")) {
            members.admit(finance, NewMember.since(code, FOUNDED));
            indicators.record(finance, figure(code, "ton", 2006, "5"));
        }
        agreements.add(finance, agreement("PKS-1", "34.02"));
        agreements.add(finance, agreement("PKS-2", "34.04"));

        var treasurer = TestBodies.as(Role.TREASURER, new Scope.OneParty(sleman.id()), finance);

        assertThat(parties.list(treasurer, "", null, 1).rows())
                .extracting(Party::code)
                .containsExactly("34.04");
        assertThat(parties.list(treasurer, "", null, 1).total()).isEqualTo(1);
        assertRefused("parties.unknown-party", () -> parties.get(treasurer, "34.02"));
        assertThat(members.all(treasurer)).hasSize(2);
        assertThat(indicators.list(treasurer, null, null))
                .extracting(IndicatorValue::party)
                .containsExactly("34.04");
        assertRefused(
                "parties.indicator-missing",
                () -> indicators.value(treasurer, "34.02", "ton", 2006));
        assertThat(indicators.revisions(treasurer, "34.02", "ton", 2006)).isEmpty();
        assertThat(agreements.all(treasurer)).extracting(Agreement::code).containsExactly("PKS-2");
        assertRefused("parties.unknown-agreement", () -> agreements.get(treasurer, "PKS-1"));
        assertThat(bodies.get(treasurer).name()).isEqualTo("Badan p-reach");
        assertForbidden(() -> parties.add(treasurer, NewParty.region("34.71")));
        assertForbidden(() -> bodies.change(treasurer, TestBodies.wish("p-x").profile()));
    }

    @Test
    void whoSeesAFundSeesNoParty() {
        var finance = TestBodies.create(bodies, "p-fund");
        parties.add(finance, NewParty.region("34.04"));
        var donor =
                TestBodies.as(
                        Role.DONOR_VIEWER, new Scope.OneFund(new FundCode("DONOR-GTZ")), finance);

        assertThat(parties.list(donor, "", null, 1).rows()).isEmpty();
        assertThat(indicators.list(donor, null, null)).isEmpty();
        assertThat(agreements.all(donor)).isEmpty();
    }

    @Test
    void approverAndAuditorReadAllAndPrepareNothing() {
        var finance = TestBodies.create(bodies, "p-roles");
        parties.add(finance, NewParty.region("34.04"));

        for (var role : List.of(Role.APPROVER, Role.AUDITOR)) {
            var access = TestBodies.as(role, new Scope.All(), finance);
            assertThat(parties.list(access, "", null, 1).total()).isEqualTo(1);
            assertThat(access.may(Action.PREPARE)).isFalse();
            assertForbidden(() -> parties.add(access, NewParty.region("34.02")));
            assertForbidden(() -> members.admit(access, NewMember.since("34.04", FOUNDED)));
            assertForbidden(() -> agreements.add(access, agreement("X", "34.04")));
            assertForbidden(() -> indicators.record(access, figure("34.04", "ton", 2006, "1")));
            assertForbidden(() -> signatories.appoint(access, signatory("S", "2006-01-01", null)));
        }
    }

    private static AgreementText agreement(String code, String signer) {
        return new AgreementText(
                code,
                AgreementType.PKS,
                "Pengelolaan sampah",
                null,
                null,
                null,
                null,
                null,
                List.of(new Signer(signer, null)),
                List.of(),
                List.of());
    }

    private static NewIndicatorValue figure(
            String party, String indicator, int year, String value) {
        return new NewIndicatorValue(
                party, indicator, year, new BigDecimal(value), "ton", "Laporan TPA", null);
    }

    private static void assertForbidden(ThrowingCallable work) {
        assertThatExceptionOfType(AccessException.class).isThrownBy(work);
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(PartiesException.class)
                .isThrownBy(work)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
