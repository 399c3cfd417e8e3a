package id.patungan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.Problem;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class CsvFileTest {

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void readsCommasAndSemicolonsWithOrWithoutAByteOrderMark() {
        assertThat(read("code,name\nA, one \n")).containsExactly("2:A|one");
        assertThat(read("\uFEFFcode;name\r\nA;one\r\n")).containsExactly("2:A|one");
        assertThat(problems).isEmpty();
    }

    @Test
    void linesAreCountedThroughQuotedLineBreaksAndBlankLines() {
        assertThat(read("code,name\nA,\"one\ntwo\"\n\nB,three\n"))
                .containsExactly("2:A|one\ntwo", "5:B|three");
    }

    @Test
    void aMissingCellIsEmptyAndAnOptionalColumnMayBeAbsent() {
        assertThat(read("code\nA\n")).containsExactly("2:A|");
    }

    @Test
    void namesEveryProblemOfTheHeadingAndReadsNoRow() {
        assertThat(read("nama,nama,name\nA,b,c\n")).isEmpty();
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "f.csv:1:1: file.unknown-column: 'nama' is not a column of this file; known"
                                + " are code,name",
                        "f.csv:1:2: file.unknown-column: 'nama' is not a column of this file; known"
                                + " are code,name",
                        "f.csv:1:0: file.missing-column: the column 'code' is missing");
    }

    @Test
    void namesTheLineThatHasTooManyFieldsAndTheFieldThatIsNotUtf8() {
        var bytes = "code,name\nA,b,c\nB,caf\u00e9\nC,d\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(bytes)).containsExactly("4:C|d");
        assertThat(problems)
                .extracting(Problem::line, Problem::column, Problem::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, 0, "file.fields"),
                        org.assertj.core.groups.Tuple.tuple(3, 2, "file.encoding"));
    }

    @Test
    void anEmptyFileAndAnOpenQuoteAreProblems() {
        assertThat(read("")).isEmpty();
        assertThat(read("code,name\nA,\"one\n")).isEmpty();
        assertThat(problems)
                .extracting(Problem::line, Problem::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "file.empty"),
                        org.assertj.core.groups.Tuple.tuple(2, "file.quotes"));
    }

    private List<String> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> read(byte[] bytes) {
        var rows = new ArrayList<String>();
        try (var file =
                new CsvFile(
                        "f.csv",
                        new ByteArrayInputStream(bytes),
                        List.of("code"),
                        List.of("name"),
                        problems::add)) {
            for (var row : file) {
                rows.add(row.line() + ":" + row.text("code") + "|" + row.text("name"));
            }
        }
        return rows;
    }
}
