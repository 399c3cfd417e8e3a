package id.patungan.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.AmountReader.Grammar;
import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.parties.PartyFiles.Outcome;
import id.patungan.platform.Access;
import id.patungan.testing.DatabaseTest;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

@DatabaseTest
class PartyFilesTest {

    private static final String PARTIES =
            """
            code;name;kind;addressee;member_from;voting
            34.04;Kabupaten Sleman;region;Bupati Sleman u.p. Kepala BKAD;28/06/2001;ya
            32.10;;region;;2001-06-28;
            34;Daerah Istimewa Yogyakarta;region;;;
            GTZ;"Deutsche GTZ; Jakarta";donor;;;
            """;

    @Autowired Bodies bodies;
    @Autowired Parties parties;
    @Autowired Members members;
    @Autowired Indicators indicators;
    @Autowired PartyFiles files;

    @Test
    void partiesAndMembersComeFromOneFileAndASecondRunAddsNothing() {
        var access = TestBodies.create(bodies, "f-parties");

        assertThat(importParties(access, PARTIES, false)).isEqualTo(new Outcome(4, 4, true));
        assertThat(importParties(access, PARTIES, false)).isEqualTo(new Outcome(4, 0, true));

        assertThat(parties.get(access, "32.10").name()).isEqualTo("Kabupaten Majalengka");
        assertThat(parties.get(access, "GTZ").name()).isEqualTo("Deutsche GTZ; Jakarta");
        assertThat(members.on(access, LocalDate.of(2001, 6, 28)))
                .extracting(Member::code)
                .containsExactly("32.10", "34.04");
    }

    @Test
    void aRehearsalChecksEverythingAndStoresNothing() {
        var access = TestBodies.create(bodies, "f-dry");

        assertThat(importParties(access, PARTIES, true)).isEqualTo(new Outcome(4, 4, false));

        assertThat(parties.list(access, "", null, 1).total()).isZero();
        assertThat(members.all(access)).isEmpty();
    }

    @Test
    void everyProblemIsNamedAndNothingIsStored() {
        var access = TestBodies.create(bodies, "f-problems");

        var problems =
                problems(() ->
                        importParties(
                                access,
                                """
                                code,name,kind,member_from
                                34.04,,region,
                                99.99,,region,
                                34.02,Kabupaten Sleman,region,
                                ,Tanpa Kode,donor,
                                GTZ,,donor,
                                BANK,Bank Umum,bank,
                                34.71,,region,31/02/2001
                                34.04,,region,
                                """,
                                false));

        assertThat(problems)
                .extracting(Problem::toString)
                .satisfiesExactly(
                        one ->
                                assertThat(one)
                                        .startsWith("parties.csv:3:1: parties.unknown-region: "),
                        one -> assertThat(one).startsWith("parties.csv:4:2: parties.region-name: "),
                        one -> assertThat(one).startsWith("parties.csv:5:1: parties.missing: "),
                        one -> assertThat(one).startsWith("parties.csv:6:2: parties.missing: "),
                        one -> assertThat(one).startsWith("parties.csv:7:3: parties.bad-form: "),
                        one -> assertThat(one).startsWith("parties.csv:8:4: parties.not-a-date: "),
                        one -> assertThat(one).startsWith("parties.csv:9:1: parties.repeated: "));
        assertThat(parties.list(access, "", null, 1).total()).isZero();
    }

    @Test
    void aHeadingThatCannotBeUsedIsAProblemOfTheFile() {
        var access = TestBodies.create(bodies, "f-heading");

        assertThat(problems(() -> importParties(access, "kode,name,kind\n34.04,,region\n", false)))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("file.unknown-column", "file.missing-column");
    }

    @Test
    void indicatorsAreReadInTheDeclaredWayAndRevisedByALaterFile() {
        var access = TestBodies.create(bodies, "f-indicators");
        parties.add(access, NewParty.region("34.04"));
        parties.add(access, NewParty.region("32.10"));
        var head = "party;indicator;year;value;unit;source;source_date\n";

        var first =
                importIndicators(
                        access,
                        head
                                + "34.04;area;2024;573.749;km2;BIG;31/12/2024\n"
                                + "32.10;area;2024;1331.553;km2;BIG;\n",
                        Grammar.PLAIN);
        var second =
                importIndicators(
                        access,
                        head
                                + "34.04;area;2024;573,749;km2;BIG;31/12/2024\n"
                                + "32.10;area;2024;1.331,55;km2;BIG;\n",
                        Grammar.INDONESIAN);

        assertThat(first).isEqualTo(new Outcome(2, 2, true));
        assertThat(second).isEqualTo(new Outcome(2, 1, true));
        assertThat(indicators.value(access, "34.04", "area", 2024).value()).isEqualTo("573.749");
        assertThat(indicators.value(access, "32.10", "area", 2024).value()).isEqualTo("1331.55");
        assertThat(indicators.value(access, "32.10", "area", 2024).revision()).isEqualTo(2);
    }

    @Test
    void anIndicatorOfAnUnknownPartyRefusesTheWholeFile() {
        var access = TestBodies.create(bodies, "f-unknown");
        parties.add(access, NewParty.region("34.04"));

        var problems =
                problems(() ->
                        importIndicators(
                                access,
                                """
                                party,indicator,year,value,unit,source
                                34.04,ton,2006,10,ton,TPA
                                34.02,ton,2006,"1,5",ton,TPA
                                34.02,ton,2006,5,ton,TPA
                                """,
                                Grammar.PLAIN));

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly("parties.not-a-figure", "parties.unknown-party");
        assertThat(indicators.list(access, null, null)).isEmpty();
    }

    @Test
    void thousandsOfMembersAreImportedInOneRun() {
        var access = TestBodies.create(bodies, "f-many");
        var text = new StringBuilder("code,name,kind,member_from\n");
        for (var number = 1; number <= 2000; number++) {
            text.append("M%05d,Anggota %d,other,2001-01-01\n".formatted(number, number));
        }

        assertThat(importParties(access, text.toString(), false).added()).isEqualTo(2000);

        assertThat(members.on(access, LocalDate.of(2006, 1, 1))).hasSize(2000);
        var page = parties.list(access, "Anggota", PartyKind.OTHER, 20);
        assertThat(page.pages()).isEqualTo(20);
        assertThat(page.rows()).hasSize(100);
        assertThat(page.rows().getLast().code()).isEqualTo("M02000");
    }

    private Outcome importParties(Access access, String text, boolean dryRun) {
        return files.importParties(access, "parties.csv", bytes(text), dryRun);
    }

    private Outcome importIndicators(Access access, String text, Grammar grammar) {
        return files.importIndicators(access, "indicators.csv", bytes(text), grammar, false);
    }

    private static List<Problem> problems(ThrowingCallable work) {
        var found = new AtomicReference<List<Problem>>(List.of());
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(work)
                .satisfies(refused -> found.set(refused.problems()));
        return found.get();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
