package id.patungan.documents;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a paper says, as canonical JSON and back; equal contents are equal bytes. */
@Component
public class PaperJson {

    private final JsonMapper json;

    PaperJson(JsonMapper json) {
        this.json = json;
    }

    /** The canonical JSON of a record. */
    public String text(Object content) {
        return new String(CanonicalJson.bytes(map(content)), StandardCharsets.UTF_8);
    }

    /** SHA-256 of the canonical JSON of a record. */
    public String digest(Object content) {
        return Sha256.hex(CanonicalJson.bytes(map(content)));
    }

    /** The record that a canonical JSON was made of. */
    public <T> T read(String text, Class<T> type) {
        return json.readValue(text, type);
    }

    /** The same for people, indented; {@code jq -cjS .} makes the canonical bytes of it. */
    public String indented(String text) {
        return CanonicalJson.indented(json.readValue(text, Map.class));
    }

    private Map<?, ?> map(Object content) {
        return json.convertValue(content, Map.class);
    }
}
