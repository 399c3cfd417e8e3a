package id.patungan.ledger;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * The bytes of what was asked, below the content hash of an entry; version 1.
 *
 * <p>A fixed sequence of fields, each its length in bytes, a colon, its UTF-8 bytes and a line
 * feed; an absent field is {@code -} and a line feed. So no text can imitate a border, and absent
 * differs from empty and from 0. Codes stand for accounts, funds and dimensions, never numbers of
 * the database; texts are in normal form C; a rate has no trailing zeros. Number, time and people
 * are not part of it: the link hash has those. Test vectors are kept as files; a change of this
 * form needs a new version number.
 */
final class CanonicalForm {

    /** The version that new entries get. */
    static final int VERSION = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    private CanonicalForm() {}

    /**
     * The bytes.
     *
     * @param currency of the book: amounts are its minor units
     * @param content what was asked; its lines in their order
     */
    static byte[] bytes(Currency currency, Content content) {
        var form = new CanonicalForm();
        form.field(Integer.toString(VERSION));
        form.field(currency.getCurrencyCode());
        form.field(content.date().toString());
        form.field(content.kind());
        form.field(content.description());
        form.field(content.sourceKey());
        form.field(content.documentNo());
        form.field(content.reverses() == null ? null : content.reverses().toString());
        form.field(content.reason());
        form.field(Integer.toString(content.lines().size()));
        content.lines().forEach(form::line);
        return form.bytes.toByteArray();
    }

    /** SHA-256 of the bytes. */
    static Hash hash(Currency currency, Content content) {
        return Hash.sha256(bytes(currency, content));
    }

    private void line(Line line) {
        field(line.account().value());
        field(line.fund().value());
        field(Long.toString(line.amount()));
        field(line.party());
        field(line.project());
        field(line.awardLine());
        field(line.unit());
        field(line.charge());
        field(line.period());
        var original = line.original();
        field(original == null ? null : original.currency().getCurrencyCode());
        field(original == null ? null : Long.toString(original.amount()));
        field(original == null ? null : original.rate().toPlainString());
        field(line.memo());
    }

    private void field(@Nullable String value) {
        if (value == null) {
            bytes.write('-');
        } else {
            var text =
                    Normalizer.normalize(value, Normalizer.Form.NFC)
                            .getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes((text.length + ":").getBytes(StandardCharsets.US_ASCII));
            bytes.writeBytes(text);
        }
        bytes.write('\n');
    }

    /** What was asked: an entry without number, time and people. */
    record Content(
            LocalDate date,
            String kind,
            String description,
            String sourceKey,
            @Nullable String documentNo,
            @Nullable Long reverses,
            @Nullable String reason,
            List<Line> lines) {

        /** Of an entry in the book. */
        static Content of(Entry entry) {
            return new Content(
                    entry.date(),
                    entry.kind(),
                    entry.description(),
                    entry.sourceKey(),
                    entry.documentNo(),
                    entry.reverses(),
                    entry.reason(),
                    entry.lines());
        }
    }
}
