package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import id.patungan.testing.DatabaseTest;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * Every route of the program, asked by every role of the demo with every code and number there is:
 * the bytes of another's figures never occur in an answer, whatever its form.
 */
@DatabaseTest
class DemoWalkTest {

    /** Figures of the demo that only their owner and the secretariat may know, in whole rupiah. */
    private static final Map<String, List<Long>> FIGURES =
            Map.of(
                    "yogyakarta",
                            List.of(
                                    1_425_000_000L,
                                    712_500_000L,
                                    356_250_000L,
                                    1_660_000_000L,
                                    1_303_750_000L),
                    "sleman", List.of(285_000_000L, 142_500_000L, 405_000_000L, 362_500_000L),
                    "bantul", List.of(190_000_000L, 310_000_000L),
                    "diy", List.of(650_000_000L, 487_500_000L, 162_500_000L),
                    "gtz", List.of(35_000_000L, 60_000_000L, 70_000_000L),
                    "secretariat",
                            List.of(
                                    3_025_000_000L,
                                    2_463_750_000L,
                                    561_250_000L,
                                    297_600_000L,
                                    12_600_000L));

    /** What stands for each variable of a path; for any other, the codes. */
    private static final Map<String, List<String>> VALUES =
            Map.ofEntries(
                    Map.entry("body", List.of(Demo.BODY)),
                    Map.entry("party", List.of("34.71", "34.04", "34.02", "34", "GTZ")),
                    Map.entry("format", List.of("pdf", "xlsx", "csv", "json")),
                    Map.entry("number", numbers(52)),
                    Map.entry("draft", numbers(25)),
                    Map.entry("earning", numbers(10)),
                    Map.entry("use", numbers(3)),
                    Map.entry("handle", List.of("bendahara", "sleman")),
                    Map.entry("role", List.of("head", "treasurer")),
                    Map.entry("from", List.of("2004-01-01")),
                    Map.entry("indicator", List.of("population", "area_km2")),
                    Map.entry("year", List.of("2006", "2025")));

    private static final List<String> CODES =
            Stream.concat(
                            Stream.of(
                                    "34.71",
                                    "34.04",
                                    "34.02",
                                    "34",
                                    "GTZ",
                                    "UMUM",
                                    "PROYEK-SAMPAH",
                                    "PROYEK-LIMBAH",
                                    "DONOR-GTZ",
                                    "11200",
                                    "11220",
                                    "11300",
                                    "11310",
                                    "21610",
                                    "41100",
                                    "SKB-CONTOH",
                                    "AS-2006-0001",
                                    "AS-2006-0002",
                                    "AS-2006-0003"),
                            numbers(20).stream()
                                    .map(number ->
                                            "RC-2006-00"
                                                    + (number.length() < 2 ? "0" : "")
                                                    + number))
                    .toList();

    private static List<String> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }

    @Autowired private Demo demo;

    private final MockMvcTester http;
    private final WebApplicationContext context;

    DemoWalkTest(@Autowired WebApplicationContext context) {
        this.context = context;
        this.http =
                MockMvcTester.from(
                        context,
                        builder ->
                                builder.apply(SecurityMockMvcConfigurers.springSecurity()).build());
    }

    @BeforeEach
    void theDemo() {
        demo.load();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yogyakarta", "sleman", "bantul", "diy", "gtz", "admin"})
    void nobodySeesAnothersFigures(String handle) throws IOException {
        var leaks = new TreeMap<String, String>();
        var seen = 0;
        for (var path : addresses()) {
            var answer = ask(handle, path);
            if (answer.getStatus() == 200) {
                seen++;
            }
            var text = text(answer);
            foreign(handle)
                    .filter(figure -> figure.matcher(text).find())
                    .findFirst()
                    .ifPresent(figure -> leaks.put(path, figure.pattern()));
        }
        assertThat(leaks).isEmpty();
        assertThat(seen).as("routes that answered").isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yogyakarta", "sleman", "bantul", "diy", "gtz", "auditor", "admin"})
    void whoOnlyReadsCannotChangeAnythingOfABody(String handle) {
        var accepted = new TreeSet<String>();
        for (var route : routes()) {
            if (route.startsWith("POST ") && route.contains("{body}")) {
                var path = filled(route.substring(5)).getFirst();
                var status =
                        http.method(HttpMethod.POST)
                                .uri(path)
                                .header("Idempotency-Key", "walk")
                                .with(csrf())
                                .with(user(handle))
                                .exchange()
                                .getResponse()
                                .getStatus();
                // 400 and 415 refuse the empty form before anyone is asked who wants it
                if (status != 403 && status != 404 && status != 400 && status != 415) {
                    accepted.add(route + " answered " + status);
                }
            }
        }
        assertThat(accepted).isEmpty();
    }

    @Test
    void theOwnerAndTheSecretariatDoSeeThem() throws IOException {
        var statement =
                "/api/v1/bodies/"
                        + Demo.BODY
                        + "/statements/34.02?from=2006-01-01&until=2006-12-31";

        assertThat(text(ask("bantul", statement))).contains("190000000.00");
        assertThat(text(ask("bendahara", statement))).contains("190000000.00");
        assertThat(ask("sleman", statement).getStatus()).isEqualTo(404);
    }

    private Stream<Pattern> foreign(String handle) {
        return FIGURES.entrySet().stream()
                .filter(figures -> !figures.getKey().equals(handle))
                .flatMap(figures -> figures.getValue().stream())
                .map(DemoWalkTest::anyForm);
    }

    /**
     * 190000000, 190.000.000, 190,000,000 and, in sen, 19000000000; not as a part of another
     * number.
     */
    private static Pattern anyForm(long rupiah) {
        var grouped = new StringBuilder(Long.toString(rupiah));
        for (var i = grouped.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, "[.,]?");
        }
        return Pattern.compile("(?<![0-9.,])" + grouped + "(?:00)?(?![0-9]|[.,][0-9]{3})");
    }

    private MockHttpServletResponse ask(String handle, String path) {
        return http.get().uri(path).with(user(handle)).exchange().getResponse();
    }

    private List<String> addresses() {
        var addresses = new ArrayList<String>();
        for (var route : routes()) {
            if (route.startsWith("GET ")) {
                addresses.addAll(filled(route.substring(4)));
            }
        }
        return addresses;
    }

    private static List<String> filled(String pattern) {
        var paths = List.of(pattern);
        var variable = Pattern.compile("\\{([a-zA-Z]+)[^}]*}").matcher(pattern);
        while (variable.find()) {
            var name = variable.group(1);
            var place = variable.group();
            paths =
                    paths.stream()
                            .flatMap(path ->
                                    VALUES.getOrDefault(name, CODES).stream()
                                            .map(value -> path.replace(place, value)))
                            .toList();
        }
        return paths;
    }

    private List<String> routes() {
        var found = new TreeSet<String>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> {
                    for (var path : info.getPatternValues()) {
                        for (var method : info.getMethodsCondition().getMethods()) {
                            found.add(method + " " + path);
                        }
                    }
                });
        return List.copyOf(found);
    }

    private static String text(MockHttpServletResponse answer) throws IOException {
        var bytes = answer.getContentAsByteArray();
        var type = String.valueOf(answer.getContentType());
        if (type.startsWith("application/pdf")) {
            try (var pdf = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(pdf);
            }
        }
        if (type.contains("zip") || type.contains("spreadsheet")) {
            return unzipped(bytes);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String unzipped(byte[] bytes) throws IOException {
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
            }
        }
        return text.toString();
    }
}
