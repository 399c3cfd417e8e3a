package id.patungan.testing;

import static java.util.Map.entry;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import tools.jackson.databind.json.JsonMapper;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Requests that change something, made from what a route asks for: well-formed ones, so that a
 * refusal is about who asks, and garbled ones, to see that who asks is looked at first.
 */
public final class Wishes {

    private static final JsonMapper JSON = new JsonMapper();

    /** What is typed into fields, by their names; what stands in no list here is {@code 1}. */
    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    entry("account", "51100"),
                    entry("against", "21100"),
                    entry("agreement", "PKS-1"),
                    entry("amount", "1000"),
                    entry("articles", "Pasal 1"),
                    entry("asOf", "2006-12-31"),
                    entry("bank", "11200"),
                    entry("body", ""),
                    entry("code", "WALK"),
                    entry("credit", "1000"),
                    entry("currency", "IDR"),
                    entry("date", "2006-12-15"),
                    entry("debit", ""),
                    entry("due", "2006-12-31"),
                    entry("effectiveFrom", "2006-12-15"),
                    entry("route", "grant"),
                    entry("payerAccount", ""),
                    entry("nomenclature", ""),
                    entry("expense", "54100"),
                    entry("firstOpenDate", "2006-01-01"),
                    entry("from", "2006-12-15"),
                    entry("fund", "UMUM"),
                    entry("fundingClass", ""),
                    entry("gross", "1000"),
                    entry("ground", "PKS-1|Pasal 6"),
                    entry("handle", "walk"),
                    entry("indicator", "population"),
                    entry("kind", "donor"),
                    entry("last", ""),
                    entry("month", "2006-12"),
                    entry("on", "2006-12-15"),
                    entry("pasted", ""),
                    entry("password", "gunung merapi 2968"),
                    entry("restriction", "project"),
                    entry("role", "TREASURER"),
                    entry("rule", "rule: {kind: equal}"),
                    entry("scope", "all"),
                    entry("signedOn", "2006-12-15"),
                    entry("sp2dDate", "2006-12-15"),
                    entry("sp2dOn", "2006-12-15"),
                    entry("total", "1000"),
                    entry("type", "PKS"),
                    entry("tariff", "1000"),
                    entry("until", ""),
                    entry("valuation", "market"),
                    entry("value", "12"),
                    entry("voting", "true"),
                    entry("year", "2006"),
                    entry("zone", "WIB"),
                    entry("party", "34.04"),
                    entry("name", "Jalan"),
                    entry("recipient", "bkad@sleman.example"),
                    entry("reason", "Salah ketik"),
                    entry("description", "Jalan"),
                    entry("do", "draft"));

    /** Where the same name means something else in the wish of an API, or is better left out. */
    private static final Map<String, String> WIRE_FIELDS =
            Map.ofEntries(
                    entry("Request.kind", "dues"),
                    entry("Request.project", ""),
                    entry("Request.figures", ""),
                    entry("Request.indicatorYear", ""),
                    entry("Request.ruleCode", ""),
                    entry("Request.unit", ""),
                    entry("Wish.against", ""),
                    entry("Wish.change", ""),
                    entry("Wish.years", ""),
                    entry("LabRule.rule", ""),
                    entry("LabRule.text", "rule: {kind: equal}"),
                    entry("LabRule.version", ""),
                    entry("LabRule.figuresOf", ""),
                    entry("NewPaper.seen", ""),
                    entry("DisputeWish.subject", "balance"),
                    entry("DisputeWish.charge", ""),
                    entry("DisputeWish.entry", ""),
                    entry("AnswerWish.answer", "reject"),
                    entry("StageWish.kind", "budget"),
                    entry("ReportWish.language", "en"),
                    entry("ReportWish.scenario", ""),
                    entry("LimitsWish.assess", "15"),
                    entry("ClaimRequest.kind", "credit"),
                    entry("LatePolicyWish.kind", "year"),
                    entry("LatePolicyWish.article", "Pasal 6"),
                    entry("WireBasis.kind", "assumed"),
                    entry("PolicyWish.article", "Pasal 6"),
                    entry("PolicyWish.clock", "notice"),
                    entry("StepWish.step", "notice"),
                    entry("Draft.text", "rule: {kind: equal}"),
                    entry("Draft.article", "Pasal 6"),
                    entry("Deduction.kind", "final-tax"),
                    entry("Deduction.amount", "10"),
                    entry("Part.net", ""),
                    entry("Part.allocations", ""),
                    entry("GiftWish.kind", "office"),
                    entry("LineWish.route", "grant"),
                    entry("LineWish.payerAccount", ""),
                    entry("LineWish.nomenclature", ""),
                    entry("UnitWish.code", "WALK-UNIT"),
                    entry("GiftWish.unit", "bulan"),
                    entry("GiftWish.account", "52500"),
                    entry("GiftWish.until", "2006-12-31"),
                    entry("GiftWish.value", "500"),
                    entry("GiftWish.counts", ""),
                    entry("WireCounting.charge", ""),
                    entry("DayDuesWish.rule", ""),
                    entry("SimulationWish.kind", "leave"),
                    entry("SimulationWish.language", "id"),
                    entry("SimulationWish.rule", "RATA"),
                    entry("SimulationWish.ruleWithout", ""),
                    entry("SimulationWish.figuresOf", "2006"),
                    entry("ChangeWish.kind", "leave"),
                    entry("ChangeWish.way", "kept"),
                    entry("ChangeWish.noticeMonths", "0"),
                    entry("ChangeWish.liableYears", "0"),
                    entry("ChangeWish.article", "Pasal 6"),
                    entry("RateWish.currency", "EUR"),
                    entry("RateWish.reason", ""),
                    entry("Wish.language", "id"),
                    entry("Wish.until", "2006-12-31"),
                    entry("NoteWish.until", "2006-12-31"),
                    entry("ThresholdWish.indicator", "top-1"),
                    entry("ThresholdWish.side", "at-most"),
                    entry("ThresholdWish.bound", "0.5"),
                    entry("ThresholdWish.from", "2006-12-15"),
                    entry("Wish.reason", ""),
                    entry("IatiForm.organisation", "ID-KSD-LAIN"),
                    entry("IatiForm.type", "other_public"),
                    entry("IatiForm.country", "ID"),
                    entry("IatiForm.sector", "43030"),
                    entry("IatiForm.giver", ""),
                    entry("IatiForm.giverType", ""),
                    entry("IatiForm.giverActivity", ""),
                    entry("IatiForm.flow", ""),
                    entry("IatiForm.finance", ""),
                    entry("IatiForm.aid", ""),
                    entry("IatiForm.tied", ""),
                    entry("CsvWish.csv", "currency,on,rate,source\nEUR,2006-11-14,11043,BI\n"),
                    entry("BudgetWish.step", "original"),
                    entry("BudgetWish.seen", ""),
                    entry("PlanLine.fund", "UMUM"),
                    entry("PlanLine.project", ""),
                    entry("PlanLine.spread", ""),
                    entry("PlanLine.months", ""),
                    entry("StaffWish.posts", "5"),
                    entry("StaffWish.firstMonth", "1"),
                    entry("StaffWish.serviceMonths", "12"),
                    entry("StaffWish.thrMonth", "8"),
                    entry("BudgetCsv.csv", "fund,account,text,year_amount\nUMUM,52100,ATK,1200\n"),
                    entry("BudgetCsv.step", "original"),
                    entry("BudgetCsv.numbers", "plain"),
                    entry("AdoptionWish.version", "1"),
                    entry("LegalBasis.article", "Pasal 6"));

    private Wishes() {}

    /** A request that the handler of the route can read to the end. */
    public static AbstractMockHttpServletRequestBuilder<?> wellFormed(Route route, String path) {
        return with(route, path, Map.of());
    }

    /** The fields of a form, or of JSON, that a wish for the route consists of. */
    public static Set<String> fields(Route route) {
        var fields = new TreeSet<>(route.fields());
        if (route.takesAnyField()) {
            fields.addAll(FIELDS.keySet());
        }
        var json = route.json();
        if (json != null) {
            texts(json, fields);
        }
        return fields;
    }

    private static void texts(Class<?> wish, Set<String> fields) {
        for (var component : wish.getRecordComponents()) {
            var type =
                    component.getGenericType() instanceof ParameterizedType list
                            ? list.getActualTypeArguments()[0]
                            : component.getGenericType();
            if (type instanceof Class<?> plain && plain.isRecord()) {
                texts(plain, fields);
            } else {
                fields.add(component.getName());
            }
        }
    }

    /** A well-formed request, but for what stands in these fields. */
    public static AbstractMockHttpServletRequestBuilder<?> with(
            Route route, String path, Map<String, String> instead) {
        var file = route.file();
        var json = route.json();
        var request =
                file == null
                        ? MockMvcRequestBuilders.request(route.verb(), path)
                        : MockMvcRequestBuilders.multipart(route.verb(), path)
                                .file(upload(file, path));
        request.header("Idempotency-Key", "walk-" + UUID.randomUUID());
        if (json != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .content(JSON.writeValueAsBytes(sample(json, instead)));
        }
        var fields = new TreeMap<String, String>();
        route.fields().forEach(field -> fields.put(field, value(field)));
        if (route.takesAnyField()) {
            fields.putAll(FIELDS);
        }
        fields.putAll(instead);
        fields.forEach(request::param);
        return request;
    }

    /** One that it cannot read: neither fields, nor file, nor key, and JSON that is none. */
    public static AbstractMockHttpServletRequestBuilder<?> garbled(Route route, String path) {
        var request = MockMvcRequestBuilders.request(route.verb(), path);
        return route.json() == null
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).content("{\"");
    }

    private static MockMultipartFile upload(String field, String path) {
        var text =
                path.contains("/budgets")
                        ? "fund,account,text,year_amount\nUMUM,52100,ATK,1200\n"
                        : path.contains("/scenarios")
                                ? "name: Walk\noverlays: []\n"
                                : path.contains("/exchange-rates")
                                        ? "currency,on,rate,source\nEUR,2006-10-13,11043,BI\n"
                                        : path.contains("/holidays")
                                                ? "day,name,name_en,source\n2006-12-25,Natal,Christmas,Kalender\n"
                                                : path.contains("/indicators")
                                                        ? "party,indicator,year,value,unit,source\n34.04,vehicles,2006,12,unit,Survei\n"
                                                        : "code,name,kind\nTOKO,Toko,vendor\n";
        return new MockMultipartFile(
                field, "file.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String value(String field) {
        return FIELDS.getOrDefault(field, "1");
    }

    /** Something of a type that is read from JSON, by the names of its components. */
    private static Object sample(Class<?> wish, Map<String, String> instead) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (var component : wish.getRecordComponents()) {
            var special = WIRE_FIELDS.get(wish.getSimpleName() + "." + component.getName());
            var given = instead.get(component.getName());
            fields.put(
                    component.getName(),
                    given != null
                            ? given
                            : special != null
                                    ? emptyToNull(special)
                                    : sample(
                                            component.getName(),
                                            component.getGenericType(),
                                            instead));
        }
        return fields;
    }

    private static @Nullable Object sample(String name, Type type, Map<String, String> instead) {
        if (type instanceof ParameterizedType list) {
            if (list.getActualTypeArguments()[0] instanceof ParameterizedType) return List.of();
            return list.getRawType().equals(List.class)
                    ? List.of(
                            Objects.requireNonNull(
                                    sample(name, list.getActualTypeArguments()[0], instead)))
                    : Map.of();
        }
        if (!(type instanceof Class<?> plain)) {
            return null;
        }
        if (plain.isRecord()) {
            return sample(plain, instead);
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0].toString();
        }
        return switch (plain.getSimpleName()) {
            case "LocalDate" -> "2006-12-15";
            case "Boolean", "boolean" -> false;
            case "Integer", "int" -> 2006;
            default -> emptyToNull(value(name));
        };
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
