package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.patungan.grants.iati.IatiFiles;
import id.patungan.grants.iati.IatiSchema;
import id.patungan.parties.Bodies;
import id.patungan.platform.Access;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.charset.StandardCharsets;

/** The activity file of the demo: valid, with GTZ's money and nobody's name. */
@DatabaseTest
class DemoIatiTest {

    @Autowired private Demo demo;
    @Autowired private Bodies bodies;
    @Autowired private IatiFiles files;

    @Test
    void theFileOfTheDemoIsValid() throws Exception {
        demo.load();
        var file = files.file(Access.system(bodies.byCode(Demo.BODY).orElseThrow().id()));

        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("ID-CONTOH-KARTAMANTUL-GTZ", "400000000")
                // both transfers, which the demo books by hand
                .containsPattern("(?s)code=\"1\".*2004-03-15.*code=\"1\".*2005-02-15")
                .doesNotContain("Insentif staf sekretariat, April");
        assumeTrue(IatiSchema.present(), IatiSchema.ABSENT);
        assertThat(IatiSchema.errors(file)).isEmpty();
    }
}
