package id.patungan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.ledger.CanonicalForm.Content;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/**
 * The bytes below every content hash, kept as files: each file is the canonical form, its last line
 * the SHA-256 of what stands above it. A difference here means that old entries no longer verify.
 */
class CanonicalFormTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/ledger/canonical");
    private static final Currency IDR = Currency.getInstance("IDR");
    private static final Line DEBIT =
            line(1, 500, null, null, new Original(Currency.getInstance("EUR"), 1, rate("2.5")));

    /** Every one of these must have bytes of its own. */
    static List<String> vectors() {
        return List.copyOf(contents().keySet());
    }

    private static Map<String, Content> contents() {
        var vectors = new LinkedHashMap<String, Content>();
        var plain = List.of(line(1, 500, null, null, null), line(2, -500, null, null, null));
        vectors.put("plain", content("Iuran", "k", null, null, null, plain));
        vectors.put(
                "plain-in-other-order", content("Iuran", "k", null, null, null, plain.reversed()));
        vectors.put("other-source-key", content("Iuran", "k2", null, null, null, plain));
        vectors.put("document-number", content("Iuran", "k", "900/12", null, null, plain));
        vectors.put("empty-document-number", content("Iuran", "k", "", null, null, plain));
        vectors.put("reversal", content("Iuran", "k", null, 0L, "salah", plain));
        vectors.put("reversal-of-another", content("Iuran", "k", null, 1L, "salah", plain));
        vectors.put("reason-without-reversal", content("Iuran", "k", null, null, "salah", plain));
        // A text that imitates the end of a field and the next one
        vectors.put(
                "separator-in-description", content("Iuran\n1:k\n-", "k", null, null, null, plain));
        vectors.put("description-of-a-hyphen", content("-", "k", null, null, null, plain));
        vectors.put("accented-description", content("Iuran é", "k", null, null, null, plain));
        vectors.put(
                "other-party",
                content("Iuran", "k", null, null, null, second(plain, "34.04", null)));
        vectors.put("memo", content("Iuran", "k", null, null, null, second(plain, null, "0")));
        vectors.put("empty-memo", content("Iuran", "k", null, null, null, second(plain, null, "")));
        vectors.put("original", original(DEBIT));
        vectors.put("original-of-nothing", original(withOriginal(0, "2.5", "EUR")));
        vectors.put("other-rate", original(withOriginal(1, "2.51", "EUR")));
        vectors.put("other-currency", original(withOriginal(1, "2.5", "USD")));
        vectors.put("negative-original", original(withOriginal(-1, "2.5", "EUR")));
        for (var moved = 0; moved < 6; moved++) {
            vectors.put("dimension-" + moved, content("Iuran", "k", null, null, null, in(moved)));
        }
        return vectors;
    }

    private static Content vector(String name) {
        return Objects.requireNonNull(contents().get(name), name);
    }

    /** The same text in one dimension after the other: a value may not slip into its neighbour. */
    private static List<Line> in(int dimension) {
        var values = new ArrayList<@Nullable String>();
        for (var n = 0; n < 6; n++) {
            values.add(n == dimension ? "X" : null);
        }
        return List.of(
                new Line(
                        1,
                        new AccountCode("11300"),
                        new FundCode("UMUM"),
                        500,
                        values.get(0),
                        values.get(1),
                        values.get(2),
                        values.get(3),
                        values.get(4),
                        values.get(5),
                        null,
                        null));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isAsItWas(String name) throws IOException {
        var bytes = CanonicalForm.bytes(IDR, vector(name));
        var text =
                new String(bytes, StandardCharsets.UTF_8)
                        + "sha256 "
                        + Hash.sha256(bytes).hex()
                        + "\n";
        var file = GOLDEN.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    void noTwoOfTheVectorsAreTheSame() {
        var seen = new HashMap<Hash, String>();
        contents()
                .forEach((name, content) ->
                        assertThat(seen.put(CanonicalForm.hash(IDR, content), name))
                                .as("same as " + name)
                                .isNull());
        assertThat(CanonicalForm.hash(Currency.getInstance("EUR"), vector("plain")))
                .isNotIn(seen.keySet());
    }

    @Test
    void equalWishesHaveEqualBytesHoweverTheyAreWritten() {
        var composed = content("Iuran é", "k", null, null, null, List.of());
        var decomposed = content("Iuran e\u0301", "k", null, null, null, List.of());

        assertThat(CanonicalForm.bytes(IDR, decomposed))
                .isEqualTo(CanonicalForm.bytes(IDR, composed));
        assertThat(CanonicalForm.bytes(IDR, original(withOriginal(1, "2.500", "EUR"))))
                .isEqualTo(CanonicalForm.bytes(IDR, original(DEBIT)));
    }

    /** Fields are read back one by one: so no two sequences of fields have the same bytes. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void canBeReadBackFieldByField(long seed) {
        var random = new Random(seed);
        var content =
                content(
                        text(random),
                        text(random),
                        random.nextBoolean() ? null : text(random),
                        random.nextBoolean() ? null : random.nextLong(),
                        random.nextBoolean() ? null : text(random),
                        List.of());

        var fields = readBack(CanonicalForm.bytes(IDR, content));

        assertThat(fields)
                .containsExactly(
                        "1",
                        "IDR",
                        "2006-01-15",
                        "manual",
                        content.description(),
                        content.sourceKey(),
                        content.documentNo(),
                        content.reverses() == null ? null : content.reverses().toString(),
                        content.reason(),
                        "0");
    }

    @Test
    void theLinkOfAnEntryIsAsItWas() {
        var genesis = Chain.genesis(UUID.fromString("00000000-0000-0000-0000-000000000001"));
        var at = LocalDateTime.of(2006, 1, 15, 8, 30, 0, 120_000_000);
        var content = CanonicalForm.hash(IDR, vector("plain"));

        assertThat(genesis.hex())
                .isEqualTo("3410a8e12f1256c48a80a50fa2ce5878c7d0d4e6d5b0d324080badc6e0c46c43");
        assertThat(Chain.link(genesis, content, 1, 1, at, "siti", null).hex())
                .isEqualTo("49187765225fb0ef937f4c0c9f7d0120198b24a485043828a5fc4da588d53605");
        assertThat(Chain.link(genesis, content, 1, 1, at, "siti", "budi").hex())
                .isEqualTo("40e439f03afe05644b68b7fe45d8536a41d47958515bc910826180fa5c5f914f");
    }

    private static List<@Nullable String> readBack(byte[] bytes) {
        var fields = new ArrayList<@Nullable String>();
        var at = 0;
        while (at < bytes.length) {
            if (bytes[at] == '-') {
                fields.add(null);
                at += 2;
                continue;
            }
            var length = 0;
            while (bytes[at] != ':') {
                length = length * 10 + bytes[at++] - '0';
            }
            fields.add(new String(bytes, at + 1, length, StandardCharsets.UTF_8));
            at += length + 2;
        }
        return fields;
    }

    private static String text(Random random) {
        var alphabet = new String[] {"-", ":", "\n", "1", "9", "a", "é", "–", "𝄞", " "};
        var text = new StringBuilder();
        for (var n = random.nextInt(8); n >= 0; n--) {
            text.append(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }

    private static Content content(
            String description,
            String key,
            @Nullable String documentNo,
            @Nullable Long reverses,
            @Nullable String reason,
            List<Line> lines) {
        return new Content(
                LocalDate.of(2006, 1, 15),
                "manual",
                description,
                key,
                documentNo,
                reverses,
                reason,
                lines);
    }

    private static Content original(Line first) {
        return content(
                "Iuran", "k", null, null, null, List.of(first, line(2, -500, null, null, null)));
    }

    private static Line withOriginal(long amount, String rate, String currency) {
        return line(
                1,
                500,
                null,
                null,
                new Original(Currency.getInstance(currency), amount, rate(rate)));
    }

    private static List<Line> second(
            List<Line> lines, @Nullable String party, @Nullable String memo) {
        return List.of(lines.getFirst(), line(2, -500, party, memo, null));
    }

    private static Line line(
            int number,
            long amount,
            @Nullable String party,
            @Nullable String memo,
            @Nullable Original original) {
        return new Line(
                number,
                new AccountCode("11300"),
                new FundCode("UMUM"),
                amount,
                party,
                null,
                null,
                null,
                null,
                null,
                original,
                memo);
    }

    private static BigDecimal rate(String text) {
        return new BigDecimal(text);
    }
}
