package id.patungan.parties;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

@DatabaseTest
class RegionsTest {

    @Autowired Regions regions;

    @Test
    void theTableHoldsExactlyTheRowsOfTheReferenceFile() throws IOException {
        var stored =
                regions.search("", 1000).stream()
                        .map(region ->
                                String.join(
                                        ",",
                                        region.code(),
                                        region.name(),
                                        Long.toString(region.population()),
                                        region.areaKm2() == null
                                                ? ""
                                                : region.areaKm2()
                                                        .stripTrailingZeros()
                                                        .toPlainString()))
                        .toList();

        assertThat(stored).hasSize(552).containsExactlyInAnyOrderElementsOf(referenceFile());
    }

    @Test
    void codesKeepTheirZeros() {
        assertThat(regions.byCode("32.10"))
                .get()
                .extracting(Region::name)
                .isEqualTo("Kabupaten Majalengka");
        assertThat(regions.byCode("32.1")).isEmpty();
        assertThat(regions.byCode("33.10"))
                .get()
                .extracting(Region::name)
                .isEqualTo("Kabupaten Klaten");
    }

    @Test
    void regionsAreFoundByNameAndByTheBeginningOfTheirCode() {
        assertThat(regions.search("sleman", 10)).extracting(Region::code).containsExactly("34.04");
        assertThat(regions.search("34", 10))
                .extracting(Region::code)
                .containsExactly("34", "34.01", "34.02", "34.03", "34.04", "34.71");
        assertThat(regions.search("100%", 10)).isEmpty();
    }

    private static List<String> referenceFile() throws IOException {
        try (var bytes = RegionsTest.class.getResourceAsStream("/reference/regions.csv")) {
            if (bytes == null) {
                throw new IOException("There is no reference file");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(RegionsTest::withoutTrailingZeros)
                    .toList();
        }
    }

    private static String withoutTrailingZeros(String line) {
        var cut = line.lastIndexOf(',') + 1;
        var area = line.substring(cut);
        return line.substring(0, cut)
                + (area.isEmpty() ? "" : new BigDecimal(area).stripTrailingZeros().toPlainString());
    }
}
