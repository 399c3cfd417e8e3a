package id.patungan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import id.patungan.basics.AmountReader.Grammar;
import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.ledger.LedgerFiles.JournalOptions;
import id.patungan.platform.Access;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

@DatabaseTest
class LedgerFilesTest {

    private static final String HEAD =
            "entry_id,date,description,account_code,fund_code,project_code,member_code,debit,credit\n";

    @Autowired Books books;
    @Autowired Ledger ledger;
    @Autowired Journal journal;
    @Autowired LedgerFiles files;

    private Access finance;

    @BeforeEach
    void openBook() {
        finance = TestBooks.open(books);
    }

    @Test
    void aJournalIsStoredOnceHoweverOftenItIsImported() {
        var csv = journal(500, "");

        assertThat(imported(csv)).isEqualTo(new LedgerFiles.Outcome(500, 500, List.of()));
        assertThat(imported(csv)).isEqualTo(new LedgerFiles.Outcome(500, 0, List.of()));
        assertThat(journal.head(finance.body()).lastNo()).isEqualTo(500);
        assertThat(journal.entry(finance, 1).sourceKey()).isEqualTo("journal:1");
        assertThat(journal.entry(finance, 1).kind()).isEqualTo("import");
    }

    @Test
    void oneBadRowOfFiveHundredStoresNothing() {
        var bad = "500,2006-02-30,Salah,52300,UMUM,,,10.00,\n500,,,11200,UMUM,,,,10.00\n";

        assertThat(problems(journal(499, bad)))
                .containsExactly(
                        "j.csv:1000:2: journal.date: '2006-02-30' does not exist; check day and"
                                + " month");
        assertThat(journal.head(finance.body()).lastNo()).isZero();
    }

    @Test
    void everyProblemIsNamedWithItsPlace() {
        var csv =
                HEAD
                        + "a,2006-01-10,Satu,52300,UMUM,,,100,\n"
                        + "a,2006-01-10,Satu,11200,UMUM,,,,99.99\n"
                        + "b,2006-01-10,Dua,99999,UMUM,,,1,\n"
                        + "b,2006-01-10,Lain,11200,TIDAK-ADA,,,,1\n"
                        + "c,2006-01-10,Tiga,11300,UMUM,,,1,\n"
                        + "c,2006-01-10,Tiga,41100,UMUM,,34.99,,1\n"
                        + "d,2006-01-10,Empat,52300,UMUM,,,\"1.900,50\",\n"
                        + "d,2006-01-10,Empat,11200,UMUM,,,,-1\n"
                        + "a,2006-01-10,Satu lagi,52300,UMUM,,,1,\n"
                        + "a,2006-01-10,Satu lagi,11200,UMUM,,,1,1\n"
                        + "f,2006-01-10,Enam,49100,UMUM,,,1,\n";

        assertThat(problems(csv))
                .map(problem -> problem.replaceFirst("(: [a-z.-]+): .*", "$1"))
                .containsExactly(
                        "j.csv:2:1: ledger.unbalanced",
                        "j.csv:4:4: ledger.unknown-account",
                        "j.csv:5:3: journal.differs",
                        "j.csv:5:5: ledger.unknown-fund",
                        "j.csv:6:0: ledger.party-required",
                        "j.csv:7:7: ledger.unknown-party",
                        "j.csv:8:8: journal.amount",
                        "j.csv:9:9: journal.negative",
                        "j.csv:10:1: journal.repeated-id",
                        "j.csv:11:8: journal.amount",
                        "j.csv:12:4: ledger.not-postable");
        assertThat(journal.head(finance.body()).lastNo()).isZero();
    }

    @Test
    void aDryRunStoresNothingAndSaysWhatItWouldDo() {
        var outcome = imported(journal(3, ""), new JournalOptions(Grammar.PLAIN, false, true));

        assertThat(outcome.added()).isEqualTo(3);
        assertThat(journal.head(finance.body()).lastNo()).isZero();
    }

    @Test
    void indonesianAmountsAreReadWhereTheyAreDeclared() {
        var csv =
                HEAD.replace(',', ';')
                        + "x;10/01/2006;Rapat;52300;UMUM;;;1.900.000,50;\n"
                        + "x;;;11200;UMUM;;;;1.900.000,50\n";

        imported(csv, new JournalOptions(Grammar.INDONESIAN, false, false));

        assertThat(journal.entry(finance, 1).lines())
                .extracting(Line::amount)
                .containsExactly(190_000_050L, -190_000_050L);
    }

    @Test
    void missingCodesAreMadeOnRequest() {
        var csv =
                HEAD
                        + "1,2006-01-10,Baru,52950,DONOR-X,PJ-1,,5,\n"
                        + "1,2006-01-10,Baru,11200,DONOR-X,PJ-1,,,5\n";

        assertThat(imported(csv, new JournalOptions(Grammar.PLAIN, true, false)).created())
                .containsExactly("account 52950", "fund DONOR-X", "project PJ-1");
        assertThat(journal.entry(finance, 1).lines())
                .extracting(Line::project)
                .containsOnly("PJ-1");
        assertThat(books.accounts(finance))
                .filteredOn(account -> account.code().value().equals("52950"))
                .extracting(Account::kind)
                .containsExactly(AccountKind.EXPENSE);
    }

    @Test
    void anEntryThatIsThereMayLieInAClosedMonthButNotANewOrAnotherOne() {
        imported(journal(2, ""));
        ledger.close(finance, YearMonth.of(2006, 1));

        assertThat(imported(journal(2, "")).added()).isZero();
        assertThat(problems(journal(3, "")))
                .singleElement()
                .asString()
                .startsWith("j.csv:6:2: ledger.closed-period");
        assertThat(problems(journal(2, "").replace("1.00", "2.00")))
                .hasSize(2)
                .allMatch(problem -> problem.contains(":1: ledger.other-content"));
    }

    @Test
    void aLargeJournalIsValidatedWholeAndAnInterruptedRunGoesOn() {
        var entries = LedgerFiles.MOST_AT_ONCE + 1_500;
        var csv = journal(entries, "");
        // as if a run had been killed after its first chunk
        imported(journal(1_000, ""));

        assertThat(problems(csv + "bad,2006-01-10,x,52300,UMUM,,,1,\n")).hasSize(1);
        assertThat(journal.head(finance.body()).lastNo()).isEqualTo(1_000);

        assertThat(imported(csv).added()).isEqualTo(entries - 1_000);
        assertThat(journal.head(finance.body()).lastNo()).isEqualTo(entries);
    }

    @Test
    void whatAnExportWroteIsReadAgainWithoutMapping() {
        var csv =
                "\uFEFF"
                        + """
                        entry_id,date,description,account_code,fund_code,debit,credit,memo,kind,hash
                        7,2006-01-10,'=1+1,52300,UMUM,5.00,,'-x,manual,00
                        7,2006-01-10,'=1+1,11200,UMUM,,5.00,,manual,00
                        """;

        imported(csv);

        assertThat(journal.entry(finance, 1).description()).isEqualTo("=1+1");
        assertThat(journal.entry(finance, 1).lines().getFirst().memo()).isEqualTo("-x");
    }

    @Test
    void accountsAndFundsAreAddedOrRenamedAndNeverChangeTheirKind() {
        var accounts = "code,name_id,name_en,kind,funding_class\n52950,Lain-lain,Other,expense,\n";
        var funds = "code,name,restriction,party\nHIBAH-DIY,Hibah DIY,conditional,34.71\n";
        var wrong = "code,name_id,kind\n52950,Aset,asset\nx y,a,asset\n52951,a,lain\n";

        assertThat(files.importAccounts(finance, "a.csv", source(accounts), false).added())
                .isEqualTo(1);
        assertThat(files.importAccounts(finance, "a.csv", source(accounts), false).added())
                .isZero();
        assertThat(files.importFunds(finance, "f.csv", source(funds), false).added()).isEqualTo(1);
        assertThat(files.importFunds(finance, "f.csv", source(funds), false).added()).isZero();
        assertThat(
                        catchThrowableOfType(
                                        InputException.class,
                                        () ->
                                                files.importAccounts(
                                                        finance, "a.csv", source(wrong), false))
                                .problems())
                .extracting(Problem::line, Problem::code)
                .containsExactly(
                        tuple(2, "ledger.code-taken"),
                        tuple(3, "input.unreadable"),
                        tuple(4, "input.unreadable"));
    }

    private LedgerFiles.Outcome imported(String csv) {
        return imported(csv, JournalOptions.PLAIN);
    }

    private LedgerFiles.Outcome imported(String csv, JournalOptions options) {
        return files.importJournal(finance, "j.csv", source(csv), options);
    }

    private List<String> problems(String csv) {
        return catchThrowableOfType(InputException.class, () -> imported(csv)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static String journal(int entries, String more) {
        var csv = new StringBuilder(HEAD);
        for (var id = 1; id <= entries; id++) {
            var day = LocalDate.of(2006, 1, 1).plusDays(id % 28);
            csv.append("%d,%s,Rapat %d,52300,UMUM,,,1.00,\n".formatted(id, day, id));
            csv.append("%d,%s,Rapat %d,11200,UMUM,,,,1.00\n".formatted(id, day, id));
        }
        return csv.append(more).toString();
    }

    private static LedgerFiles.Source source(String csv) {
        return () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}
