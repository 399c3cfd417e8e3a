package id.patungan.grants.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.patungan.testing.Golden;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What is written is what the official schema asks, whatever people pasted into texts. */
class IatiXmlTest {

    private static final Instant MADE = Instant.parse("2006-12-31T09:30:00.5Z");

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @Test
    void aGrantStandsInTheOrderOfTheSchema() throws Exception {
        var written = IatiXml.bytes(new IatiFile(MADE, List.of(IatiSamples.grant())));

        Golden.assertApproved("grants/iati-grant.xml", new String(written, StandardCharsets.UTF_8));
    }

    @Test
    void theGrantIsValid() throws Exception {
        assumeTrue(IatiSchema.present(), IatiSchema.ABSENT);

        var file = new IatiFile(MADE, List.of(IatiSamples.grant()));

        assertThat(IatiSchema.errors(IatiXml.bytes(file))).isEmpty();
        assertThat(IatiRules.check(file, IatiSamples.TODAY)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyActivityIsValid(int seed) throws Exception {
        assumeTrue(IatiSchema.present(), IatiSchema.ABSENT);
        var random = new Random(seed);
        var activities = new ArrayList<IatiActivity>();
        for (int number = 0; number < 10; number++) {
            activities.add(IatiSamples.random(random, number));
        }
        var file = new IatiFile(MADE, activities);

        assertThat(IatiSchema.errors(IatiXml.bytes(file))).isEmpty();
        assertThat(IatiRules.check(file, IatiSamples.TODAY)).isEmpty();
        assertThat(IatiXml.bytes(file)).isEqualTo(IatiXml.bytes(file));
    }

    @Test
    void aWrongOrderWouldBeSeen() throws Exception {
        assumeTrue(IatiSchema.present(), IatiSchema.ABSENT);
        var written =
                new String(
                        IatiXml.bytes(new IatiFile(MADE, List.of(IatiSamples.grant()))),
                        StandardCharsets.UTF_8);
        var status = "<activity-status code=\"4\"></activity-status>";

        var moved =
                written.replace(status, "")
                        .replace("</iati-activity>", status + "</iati-activity>");

        assertThat(IatiSchema.errors(moved.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
    }
}
