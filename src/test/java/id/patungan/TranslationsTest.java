package id.patungan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import id.patungan.basics.DomainException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.ConstantInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every text is there in both languages, and every refusal has one. */
class TranslationsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern CODE = Pattern.compile("[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)+");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    static Stream<Path> bundles() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            return files
                    .filter(file -> !file.toString().endsWith("_en.properties"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void aBundleHasTheSameKeysAndArgumentsInBothLanguages(Path indonesian) throws IOException {
        var first = texts(indonesian);
        var second = texts(english(indonesian));

        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((key, text) ->
                assertThat(arguments(second.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(arguments(text)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void everyTextCanBeFormatted(Path indonesian) throws IOException {
        for (var bundle : List.of(indonesian, english(indonesian))) {
            texts(bundle)
                    .forEach((key, text) -> {
                        assertThat(text).as(key).isNotBlank();
                        assertThat(new MessageFormat(text)).as(key).isNotNull();
                    });
        }
    }

    @Test
    void everyRefusalHasATextInBothLanguages() throws IOException {
        var keys = new TreeSet<String>();
        for (var bundle : bundles().toList()) {
            keys.addAll(texts(bundle).keySet());
        }

        var untranslated = new TreeSet<String>();
        for (var code : codes()) {
            if (!keys.contains("refusal." + code)) {
                untranslated.add(code);
            }
        }

        assertThat(untranslated).isEmpty();
    }

    @Test
    void theCodesOfTheCalculationAreFound() throws IOException {
        assertThat(codes()).contains("allocation.percent-sum", "input.unreadable");
    }

    /**
     * The codes of all refusals, from their compiled classes: a refusal is made by a factory in its
     * own class (a house rule), so the code is a constant there.
     */
    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        var refusals =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("id.patungan")
                                .stream()
                                .filter(type -> type.isAssignableTo(DomainException.class))
                                .toList();
        for (var refusal : refusals) {
            var file = Path.of("target/classes", refusal.getName().replace('.', '/') + ".class");
            for (var method : ClassFile.of().parse(file).methods()) {
                method.code().stream()
                        .flatMap(body -> body.elementStream())
                        .filter(ConstantInstruction.class::isInstance)
                        .map(element -> ((ConstantInstruction) element).constantValue())
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(text -> CODE.matcher(text).matches())
                        .forEach(codes::add);
            }
        }
        return codes;
    }

    private static Path english(Path indonesian) {
        return Path.of(indonesian.toString().replace(".properties", "_en.properties"));
    }

    private static SortedMap<String, String> texts(Path bundle) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        var texts = new TreeMap<String, String>();
        properties
                .stringPropertyNames()
                .forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static Set<String> arguments(String text) {
        var numbers = new TreeSet<String>();
        ARGUMENT.matcher(text).results().forEach(found -> numbers.add(found.group(1)));
        return numbers;
    }
}
