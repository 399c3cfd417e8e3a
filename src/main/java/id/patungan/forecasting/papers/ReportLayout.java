package id.patungan.forecasting.papers;

import id.patungan.documents.PaperBody;
import id.patungan.documents.PaperFormats;
import id.patungan.documents.PaperSignatory;
import id.patungan.forecasting.pages.ShownChart;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * The report as people read it, in one language: what its drawings on page and paper have in
 * common.
 *
 * @param answers to the four questions, in their order
 * @param mix null if nothing comes in or is needed
 * @param second what stands on the second page before the method
 * @param method how it was found out
 */
record ReportLayout(
        Head head,
        List<Answer> answers,
        @Nullable ShownChart mix,
        List<Table> tables,
        List<Panel> second,
        List<Fact> method,
        Foot foot,
        PaperFormats formats) {

    ReportLayout {
        answers = List.copyOf(answers);
        tables = List.copyOf(tables);
        second = List.copyOf(second);
        method = List.copyOf(method);
    }

    /**
     * @param gloss the title in the other language
     * @param about the day, the data and the scenario
     * @param stamp that the data is made up; null if it is not
     * @param file the beginning of the names of its files
     */
    record Head(
            PaperBody body,
            String title,
            String gloss,
            String about,
            @Nullable String stamp,
            String file) {}

    /** A question with its answer. */
    record Answer(String question, String text) {}

    /** Something named. */
    record Fact(String label, String value) {}

    /** Half the width of a page: a chart, or paragraphs where there is none. */
    record Panel(String title, @Nullable ShownChart chart, List<String> text) {

        Panel {
            text = List.copyOf(text);
        }
    }

    /** The tables of the first page; the template knows the widths of each. */
    enum Shape {
        /** Name, three years, status. */
        INDICATORS(1, 2, 3),
        /** What happens, when the money is out, the least, when, the rise of dues. */
        CASES(2, 4),
        /** Member, dues, change, dues, rise, weight. */
        MEMBERS(1, 2, 3, 4, 5);

        @SuppressWarnings("ImmutableEnumChecker") // what List.of makes is never changed
        private final List<Integer> numbers;

        Shape(Integer... numbers) {
            this.numbers = List.of(numbers);
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A table.
     *
     * @param rows the first cell names each
     * @param note below it; null if there is none
     */
    record Table(
            Shape shape,
            String caption,
            List<String> heads,
            List<List<String>> rows,
            @Nullable String note) {

        Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }

        /** Whether a column holds figures. */
        public boolean numeric(int column) {
            return shape.numbers.contains(column);
        }
    }

    /**
     * @param signatories the head of the body first
     * @param witnessed above the head's name
     * @param place and date, above the other's name
     * @param state of the books and the digest of the data
     * @param dataFrom when the books were as they are shown
     */
    record Foot(
            List<PaperSignatory> signatories,
            String witnessed,
            String place,
            List<String> state,
            Instant dataFrom) {

        Foot {
            signatories = List.copyOf(signatories);
            state = List.copyOf(state);
        }
    }
}
