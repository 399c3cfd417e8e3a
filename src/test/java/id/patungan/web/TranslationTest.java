package id.patungan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything that people read stands in the bundles, in both languages. */
class TranslationTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9._-]+)[}(]");
    private static final Pattern KEY_IN_EXPRESSION =
            Pattern.compile("#messages\\.msg(?:WithParams)?\\('([a-zA-Z0-9._-]+)'[,)]");
    private static final Pattern TAG = Pattern.compile("<(?:\"[^\"]*+\"|'[^']*+'|[^>\"'])*+>");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    // What nobody reads as text; the names of keys are the same in every language
    private static final Pattern DEAD =
            Pattern.compile("<(script|style|svg|kbd)\\b.*?</\\1>", Pattern.DOTALL);
    private static final Pattern READ_OUT =
            Pattern.compile(
                    "(?<![:\\w-])(title|alt|placeholder|aria-label|data-label|label)=\"([^\"]*\\p{L}[^\"]*)\"");
    private static final Pattern EXPRESSION = Pattern.compile("\\[\\[.*?]]|\\[\\(.*?\\)]");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        var problems = new TreeSet<String>();
        for (var indonesian : bundles()) {
            var english = english(indonesian);
            if (!Files.exists(english)) {
                problems.add(english + " is missing");
                continue;
            }
            var ours = read(indonesian).stringPropertyNames();
            var theirs = read(english).stringPropertyNames();
            ours.stream()
                    .filter(key -> !theirs.contains(key))
                    .forEach(key -> problems.add(english + " lacks " + key));
            theirs.stream()
                    .filter(key -> !ours.contains(key))
                    .forEach(key -> problems.add(indonesian + " lacks " + key));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void everyBundleIsNamedInTheSettings() throws IOException {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve("application.properties"))) {
            settings.load(reader);
        }
        var named = List.of(settings.getProperty("spring.messages.basename").split(",", -1));
        assertThat(
                        bundles().stream()
                                .map(file -> "messages/" + name(file))
                                .filter(name -> !named.contains(name)))
                .isEmpty();
    }

    @Test
    void noKeyStandsInTwoBundles() {
        var owners = new HashMap<String, Path>();
        var problems = new TreeSet<String>();
        for (var bundle : bundles()) {
            for (var key : read(bundle).stringPropertyNames()) {
                var other = owners.put(key, bundle);
                if (other != null) {
                    problems.add(key + " stands in " + other + " and " + bundle);
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void textsWithPlaceholdersDoubleTheirApostrophes() {
        var problems = new TreeSet<String>();
        for (var file :
                Stream.concat(bundles().stream(), bundles().stream().map(TranslationTest::english))
                        .toList()) {
            if (!Files.exists(file)) {
                continue;
            }
            read(file)
                    .forEach((key, value) -> {
                        var text = value.toString();
                        var single = text.replace("''", "").contains("'");
                        if (text.contains("{0}") && single) {
                            problems.add(file + " " + key + ": " + text);
                        }
                    });
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void everyKeyUsedInATemplateExists() {
        var known = new TreeSet<String>();
        bundles().forEach(bundle -> known.addAll(read(bundle).stringPropertyNames()));
        var missing = new TreeSet<String>();
        templates()
                .forEach((file, text) -> {
                    for (var pattern : List.of(KEY, KEY_IN_EXPRESSION)) {
                        var found = pattern.matcher(text);
                        while (found.find()) {
                            if (!known.contains(found.group(1))) {
                                missing.add(file + " uses " + found.group(1));
                            }
                        }
                    }
                });
        assertThat(missing).isEmpty();
    }

    @Test
    void noTemplateContainsText() {
        var problems = new TreeSet<String>();
        templates()
                .forEach((file, text) -> {
                    var bare = DEAD.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("");
                    for (var between : TAG.split(bare, -1)) {
                        var words =
                                EXPRESSION
                                        .matcher(between)
                                        .replaceAll("")
                                        .replaceAll("&\\w+;", "")
                                        .strip();
                        if (words.chars().anyMatch(Character::isLetter)) {
                            problems.add(file + " contains text: " + words);
                        }
                    }
                    var attribute = READ_OUT.matcher(bare);
                    while (attribute.find()) {
                        problems.add(file + " contains " + attribute.group());
                    }
                });
        assertThat(problems).isEmpty();
    }

    @Test
    void noTemplateContainsStyleOrScript() {
        var problems = new TreeSet<String>();
        var inline =
                Pattern.compile(
                        "<style|\\sstyle=|th:style|\\son[a-z]+=\"|javascript:|<script(?![^>]*src=)");
        templates()
                .forEach((file, text) -> {
                    // A page that is saved as a file has nothing beside it to refer to
                    var alone = file.toString().endsWith("-file.html");
                    var found = inline.matcher(text);
                    while (!alone && found.find()) {
                        problems.add(file + " contains " + found.group());
                    }
                });
        assertThat(problems).isEmpty();
    }

    private static Map<Path, String> templates() {
        var texts = new HashMap<Path, String>();
        try (var files = Files.walk(RESOURCES.resolve("templates"))) {
            for (var file : files.filter(file -> file.toString().endsWith(".html")).toList()) {
                texts.put(file, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static List<Path> bundles() {
        try (var files = Files.list(RESOURCES.resolve("messages"))) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".properties"))
                            .filter(file -> !file.toString().endsWith("_en.properties"))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path english(Path indonesian) {
        return indonesian.resolveSibling(name(indonesian) + "_en.properties");
    }

    private static String name(Path bundle) {
        return bundle.getFileName().toString().replace(".properties", "");
    }

    private static Properties read(Path bundle) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
