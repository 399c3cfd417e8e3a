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

/** The activity files of the demo: valid, with the givers' money and nobody's name. */
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

    /** LoGIC's three transfers, and what it got back. */
    @Test
    void theFileOfKomwilIsValid() throws Exception {
        demo.load();
        var file = files.file(Access.system(bodies.byCode(DemoKomwil.BODY).orElseThrow().id()));

        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("ID-CONTOH-KOMWIL-6-LOGIC", "200000000", "-64500000")
                .containsPattern("(?s)2006-02-15.*2007-03-05.*2008-03-10.*2009-02-16")
                .doesNotContain("(nama contoh)");
        assumeTrue(IatiSchema.present(), IatiSchema.ABSENT);
        assertThat(IatiSchema.errors(file)).isEmpty();
    }
}
