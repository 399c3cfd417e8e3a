package id.patungan.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patungan.basics.Fraction;
import id.patungan.basics.InputException;
import id.patungan.basics.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartiesFileTest {

    @Test
    void readsCommasSemicolonsQuotesAndAByteOrderMark() {
        var commas = "party,name,population\n34.71,\"Kota, Yogyakarta\",415605\n34.04,Sleman,\n";
        var semicolons =
                "\uFEFFparty;name;population\r\n34.71;Kota, Yogyakarta;415605\r\n34.04;Sleman;\r\n";

        var parties = PartiesFile.read("p.csv", commas);

        assertThat(PartiesFile.read("p.csv", semicolons)).isEqualTo(parties);
        assertThat(parties.find("34.71").orElseThrow().name()).isEqualTo("Kota, Yogyakarta");
        assertThat(parties.find("34.71").orElseThrow().figures())
                .containsEntry("population", Fraction.of(415605));
        assertThat(parties.find("34.04").orElseThrow().figures()).isEmpty();
    }

    @Test
    void columnsOfWordsAreKeptAsWords() {
        var parties = PartiesFile.read("p", "party,name,class,n\nA,a,middle,1\nB,b,low,1/3\n");

        assertThat(parties.find("B").orElseThrow().words()).containsEntry("class", "low");
        assertThat(parties.find("B").orElseThrow().figures()).containsEntry("n", Fraction.of(1, 3));
    }

    @Test
    void unitsReceivedSoFarAreNoIndicator() {
        var party = PartiesFile.read("p", "party,name,tie_history\nA,a,3\n").all().getFirst();

        assertThat(party.tieHistory()).isEqualTo(3L);
        assertThat(party.figures()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    party,name\\nA,a\\nA,b            | p.csv:3:1: allocation.duplicate-party
                    party,name,w\\nA,a,1.900.000      | p.csv:2:3: allocation.not-a-number
                    party,name,w\\nA,a,1\\nB,b,"1,5"  | p.csv:3:3: allocation.not-a-number
                    party,name,w\\nA,a,1\\nB,b,low    | p.csv:3:3: allocation.not-a-number
                    party,name\\nA,a,1                | p.csv:2:0: allocation.columns
                    party,name,w,w\\nA,a,1,2          | p.csv:1:4: allocation.header
                    party,name,\\nA,a,2               | p.csv:1:3: allocation.header
                    name,party\\na,A                  | p.csv:1:1: allocation.header
                    party,name                        | p.csv:0:0: allocation.no-parties
                    party,name\\n,a                   | p.csv:2:1: allocation.party-code
                    party,name,tie_history\\nA,a,1.5  | p.csv:2:3: allocation.not-a-number
                    """)
    void problemsAreNamedWithTheirPlace(String text, String problem) {
        var refusal =
                catchThrowableOfType(
                        InputException.class,
                        () -> PartiesFile.read("p.csv", text.replace("\\n", "\n")));

        assertThat(refusal.problems())
                .extracting(Problem::toString)
                .anyMatch(found -> found.startsWith(problem + ": "));
    }

    @Test
    void brokenQuotesAndEmptyFilesAreRefused() {
        for (var text : new String[] {"", "party,name\nA,\"a", "party,name\nA,\"a\"b\n"}) {
            assertThat(
                            catchThrowableOfType(
                                            InputException.class,
                                            () -> PartiesFile.read("p.csv", text))
                                    .problems())
                    .isNotEmpty();
        }
    }
}
