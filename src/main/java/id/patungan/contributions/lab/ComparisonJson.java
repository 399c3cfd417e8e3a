package id.patungan.contributions.lab;

import id.patungan.documents.CanonicalJson;
import id.patungan.documents.Sha256;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A comparison as canonical JSON and back; equal comparisons are equal bytes. */
@Component
class ComparisonJson {

    private final JsonMapper json;

    ComparisonJson(JsonMapper json) {
        this.json = json;
    }

    String text(Comparison comparison) {
        return new String(
                CanonicalJson.bytes(json.convertValue(comparison, Map.class)),
                StandardCharsets.UTF_8);
    }

    /** For people and programs, indented; {@code jq -cjS .} makes the canonical bytes of it. */
    String indented(Comparison comparison) {
        return CanonicalJson.indented(json.convertValue(comparison, Map.class));
    }

    String digest(Comparison comparison) {
        return digest(text(comparison));
    }

    String digest(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    Comparison read(String text) {
        return json.readValue(text, Comparison.class);
    }
}
