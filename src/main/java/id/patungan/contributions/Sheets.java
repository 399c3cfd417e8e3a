package id.patungan.contributions;

import com.fasterxml.jackson.annotation.JsonInclude;

import id.patungan.allocation.Shares;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.contributions.rules.RuleReference;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Calculation sheets: made from a division, frozen as JSON, read again, compared by digest. */
@Component
class Sheets {

    private final JsonMapper json;

    Sheets(JsonMapper json) {
        // Equal sheets are equal bytes, whatever order maps came in
        this.json =
                json.rebuild()
                        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .build();
    }

    /** What went in. */
    private record Inputs(
            String total,
            String currency,
            @Nullable Integer indicatorYear,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RuleReference rule,
            List<Sharer> parties) {}

    private record Sharer(
            String party, String name, boolean member, Map<String, Sheet.Figure> figures) {}

    /** What came out. */
    private record Result(String unit, List<Outcome> shares, List<Sheet.Step> trace) {}

    private record Outcome(
            String party,
            String quota,
            String down,
            String remainder,
            String rounding,
            String share,
            @Nullable String bound,
            String reason,
            @Nullable Integer rank) {}

    /** The sheet of a division. */
    static Sheet sheet(
            @Nullable Integer indicatorYear,
            @Nullable RuleReference rule,
            Shares shares,
            List<Calculation.Part> parts,
            Map<String, Map<String, Sheet.Figure>> figures) {
        var rows = new ArrayList<Sheet.Row>();
        for (var part : parts) {
            var share = part.share();
            var down = share.share().minus(share.rounding());
            rows.add(
                    new Sheet.Row(
                            part.party(),
                            part.name(),
                            part.member(),
                            figures.getOrDefault(part.party(), Map.of()),
                            share.quota().toString(),
                            text(down),
                            share.quota().minus(Fraction.of(down.toDecimal())).toString(),
                            text(share.rounding()),
                            text(share.share()),
                            share.bound() == null ? null : share.bound().code(),
                            code(share.reason()),
                            share.rank()));
        }
        var steps =
                shares.trace().stream()
                        .map(step ->
                                new Sheet.Step(
                                        step.place(),
                                        code(step.step()),
                                        step.amount().toString(),
                                        step.arguments().stream().map(Object::toString).toList()))
                        .toList();
        return new Sheet(
                text(shares.total()),
                shares.total().currency().getCurrencyCode(),
                text(new Money(shares.total().currency(), shares.unit())),
                indicatorYear,
                rule,
                rows,
                steps);
    }

    /** As in the bundles: {@code largest-remainder}. */
    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(Money money) {
        return money.toDecimal().toPlainString();
    }

    /** What is stored of a calculation; equal calculations have equal digests. */
    AssessmentRepository.Frozen freeze(Calculation calculation) {
        var sheet = calculation.sheet();
        var inputs =
                json.writeValueAsString(
                        new Inputs(
                                sheet.total(),
                                sheet.currency(),
                                sheet.indicatorYear(),
                                sheet.rule(),
                                sheet.rows().stream()
                                        .map(row ->
                                                new Sharer(
                                                        row.party(),
                                                        row.name(),
                                                        row.member(),
                                                        new TreeMap<>(row.figures())))
                                        .toList()));
        var result =
                json.writeValueAsString(
                        new Result(
                                sheet.unit(),
                                sheet.rows().stream()
                                        .map(row ->
                                                new Outcome(
                                                        row.party(),
                                                        row.quota(),
                                                        row.down(),
                                                        row.remainder(),
                                                        row.rounding(),
                                                        row.share(),
                                                        row.bound(),
                                                        row.reason(),
                                                        row.rank()))
                                        .toList(),
                                sheet.steps()));
        return new AssessmentRepository.Frozen(
                calculation.rule(), inputs, result, digest(calculation.rule(), inputs, result));
    }

    /** The sheet that was frozen. */
    Sheet thaw(AssessmentRepository.Frozen frozen) {
        var inputs = json.readValue(frozen.inputs(), Inputs.class);
        var result = json.readValue(frozen.result(), Result.class);
        var rows = new ArrayList<Sheet.Row>();
        for (var at = 0; at < inputs.parties().size(); at++) {
            var sharer = inputs.parties().get(at);
            var outcome = result.shares().get(at);
            rows.add(
                    new Sheet.Row(
                            sharer.party(),
                            sharer.name(),
                            sharer.member(),
                            sharer.figures(),
                            outcome.quota(),
                            outcome.down(),
                            outcome.remainder(),
                            outcome.rounding(),
                            outcome.share(),
                            outcome.bound(),
                            outcome.reason(),
                            outcome.rank()));
        }
        return new Sheet(
                inputs.total(),
                inputs.currency(),
                result.unit(),
                inputs.indicatorYear(),
                inputs.rule(),
                rows,
                result.trace());
    }

    /** SHA-256 over the three texts, each led by its length, so that no two triples meet. */
    static String digest(String rule, String inputs, String result) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var text : List.of(rule, inputs, result)) {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
