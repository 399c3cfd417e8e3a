package id.patungan.contributions.letters;

import id.patungan.PatunganApplication;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.PaperFilter;
import id.patungan.documents.PaperJson;
import id.patungan.documents.Register;
import id.patungan.platform.Access;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The letters of an assessment of many members as one run, numbered, printed, frozen and
 * registered, beside a floor of printing the same letters alone. Argument: members.
 *
 * <p>Run by {@code ./mvnw -Pbench process-test-classes} on a machine that does nothing else.
 */
public final class LetterBench {

    private LetterBench() {}

    /** Measures, prints a table. */
    public static void main(String[] arguments) {
        var members = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        try (var context =
                new SpringApplicationBuilder(PatunganApplication.class)
                        .run(
                                "--server.address=127.0.0.1",
                                "--server.port=0",
                                "--spring.main.banner-mode=off",
                                "--logging.level.root=warn")) {
            var access = ManyMembers.open(context, "bench-" + System.currentTimeMillis(), members);
            var assessment = ManyMembers.assess(context, access);
            warmUp(context, access, assessment);
            var run = run(context, access, assessment);
            var print = print(context, access, members - 20);
            System.out.printf(
                    Locale.ROOT,
                    "%d letters: run %.1f s, %.1f letters/s; printing alone %.1f s, %.1f letters/s;"
                            + " run %.2f times printing%n",
                    members - 20,
                    run,
                    (members - 20) / run,
                    print,
                    (members - 20) / print,
                    run / print);
        }
    }

    /** The first letters are slower: templates are read, code is compiled. */
    private static void warmUp(
            ConfigurableApplicationContext context, Access access, String assessment) {
        var letters = context.getBean(Letters.class);
        for (var number = 1; number <= 20; number++) {
            var charge = "%s/M%04d".formatted(assessment, number);
            letters.issue(access, charge, ManyMembers.wish(), charge);
        }
    }

    private static double run(
            ConfigurableApplicationContext context, Access access, String assessment) {
        var runs = context.getBean(LetterRuns.class);
        var start = System.nanoTime();
        var number = runs.start(access, assessment, ManyMembers.wish(), false, "run").number();
        while (runs.get(access, number).finished() == null) {
            runs.work();
        }
        return seconds(start);
    }

    private static double print(
            ConfigurableApplicationContext context, Access access, int letters) {
        var register = context.getBean(Register.class);
        var json = context.getBean(PaperJson.class);
        var printer = context.getBean(LetterPrinter.class);
        var papers = new ArrayList<Printed>();
        for (var paper :
                register.list(access, new PaperFilter(Letters.SERIES, null, null, null, null))) {
            papers.add(
                    new Printed(
                            paper,
                            json.read(
                                    register.content(access, paper.code()),
                                    AssessmentLetter.class)));
        }
        var start = System.nanoTime();
        List<Printed> printed = papers.subList(0, letters);
        for (var one : printed) {
            printer.print(access, one.letter(), one.paper().digest(), Locale.of("id"));
        }
        return seconds(start);
    }

    private record Printed(IssuedPaper paper, AssessmentLetter letter) {}

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
