package id.patungan.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.ledger.Books;
import id.patungan.ledger.Fund;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;

@DatabaseTest
class BodyFilesTest {

    private static final String WHOLE =
            """
            body:
              code: y-kartamantul
              name: Sekretariat Bersama Kartamantul
              name_en: Kartamantul Joint Secretariat
              zone: WIB
              currency: IDR
              first_open_date: 2004-01-01
              approval_required: yes
              place: Yogyakarta
              sample_note: Tagihan menurut studi; pembayaran rekaan.
              sample_note_en: Charges from the study; payments are invented.
            parties:
              - {code: 34, addressee: Gubernur}          # a province, no member
              - {code: GTZ, kind: donor, name: Deutsche GTZ}
            members:
              - {code: 34.71, from: 2001-01-01}
              - {code: 34.04, from: 2001-01-01}
              - {code: 32.10, from: 2001-01-01, until: 2002-01-01, voting: no}   # keeps its zero
            agreements:
              - code: SKB-2001
                type: skb
                subject: Pembentukan Sekretariat Bersama
                signed_on: 2001-01-01
                signers: [34.71, {party: 34.04, signed_by: Bupati Sleman}]
                numbers: [16 Tahun 2001, {number: 16 Tahun 2001, party: 34.04}]
                articles:
                  - {number: Pasal 7, text: Biaya ditanggung bersama.}
            signatories:
              - {role: head, name: Fiktif, position: Kepala, from: 2004-01-01}
            indicators:
              - {party: 34.04, indicator: area_km2, year: 2024, value: 573.749, unit: km2, source: BIG}
            accounts:
              - {code: "52150", name: Beban rapat, name_en: Meetings, kind: expense}
            funds:
              - {code: DONOR-GTZ, name: Dana GTZ, name_en: GTZ fund, restriction: restricted, party: GTZ}
            """;

    @Autowired Bodies bodies;
    @Autowired BodyFiles files;
    @Autowired Parties parties;
    @Autowired Members members;
    @Autowired Agreements agreements;
    @Autowired Signatories signatories;
    @Autowired Indicators indicators;
    @Autowired Books books;

    @Test
    void oneFileSetsUpAWholeBodyAndASecondRunChangesNothing() {
        var body = files.create(TestBodies.ADMINISTRATOR, "body.yml", WHOLE);
        assertThat(files.create(TestBodies.ADMINISTRATOR, "body.yml", WHOLE)).isEqualTo(body);

        var access = TestBodies.as(Role.AUDITOR, new Scope.All(), body);
        assertThat(body.isSample()).isTrue();
        assertThat(books.get(body.id()).approvalRequired()).isTrue();
        assertThat(parties.list(access, "", null, 1).rows())
                .extracting(Party::code)
                .containsExactly("32.10", "34", "34.04", "34.71", "GTZ");
        assertThat(members.on(access, LocalDate.of(2006, 1, 1)))
                .extracting(Member::code)
                .containsExactly("34.04", "34.71");
        assertThat(members.all(access)).hasSize(3);
        assertThat(agreements.get(access, "SKB-2001").text().numbers()).hasSize(2);
        assertThat(signatories.all(access)).hasSize(1);
        assertThat(indicators.value(access, "34.04", "area_km2", 2024).value())
                .isEqualTo("573.749");
        assertThat(books.funds(access))
                .extracting(Fund::code)
                .extracting("value")
                .contains("DONOR-GTZ");
    }

    @Test
    void everyProblemIsNamedWithItsPlace() {
        var text =
                """
                body:
                  code: Y Bad
                  name: Badan
                  zone: Mars
                  currency: IDR
                  first_open_date: 2004-01-01
                  colour: red
                members:
                  - {code: 34.71, from: soon}
                  - {code: 34.71, from: 2001-01-01, until: 2000-01-01}
                signatories:
                  - {role: queen, name: A, position: B, from: 2004-01-01}
                """;

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> files.create(TestBodies.ADMINISTRATOR, "b.yml", text))
                .satisfies(refused ->
                        assertThat(refused.problems())
                                .extracting(Problem::toString)
                                .satisfiesExactly(
                                        one ->
                                                assertThat(one)
                                                        .startsWith(
                                                                "b.yml:4:9: parties.bad-form: zone 'Mars'"),
                                        one ->
                                                assertThat(one)
                                                        .startsWith(
                                                                "b.yml:7:3: file.unknown-field: "),
                                        one ->
                                                assertThat(one)
                                                        .startsWith(
                                                                "b.yml:9:25: parties.not-a-date: "),
                                        one ->
                                                assertThat(one)
                                                        .startsWith(
                                                                "b.yml:10:44: parties.dates-reversed: "),
                                        one ->
                                                assertThat(one)
                                                        .startsWith(
                                                                "b.yml:12:12: parties.bad-form: ")));
    }

    @Test
    void whatTheDatabaseKnowsBetterIsNamedTooAndNothingIsStored() {
        var text =
                """
                body: {code: y-refused, name: Badan, zone: WIB, currency: IDR, first_open_date: 2004-01-01}
                members:
                  - {code: 99.99, from: 2001-01-01}
                  - {code: 34.04, from: 2001-01-01}
                  - {code: 34.04, from: 2002-01-01}
                indicators:
                  - {party: 34.02, indicator: ton, year: 2006, value: 1, unit: ton, source: TPA}
                """;

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> files.create(TestBodies.ADMINISTRATOR, "b.yml", text))
                .satisfies(refused ->
                        assertThat(refused.problems())
                                .extracting(problem -> problem.line() + " " + problem.code())
                                .containsExactly(
                                        "3 parties.unknown-region",
                                        "5 parties.membership-overlaps",
                                        "7 parties.unknown-party"));
        assertThat(bodies.byCode("y-refused")).isEmpty();
    }

    @Test
    void brokenYamlTagsAndEmptyFilesAreProblemsNotFailures() {
        for (var text :
                new String[] {
                    "", "body: [", "body: !!java.net.URL x", "a: &x 1\nb: *x", "- 1", "members: []"
                }) {
            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> files.create(TestBodies.ADMINISTRATOR, "b.yml", text))
                    .satisfies(refused -> assertThat(refused.problems()).isNotEmpty());
        }
    }
}
