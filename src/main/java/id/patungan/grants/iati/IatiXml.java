package id.patungan.grants.iati;

import id.patungan.grants.iati.IatiActivity.Budget;
import id.patungan.grants.iati.IatiActivity.Defaults;
import id.patungan.grants.iati.IatiActivity.DocumentLink;
import id.patungan.grants.iati.IatiActivity.Head;
import id.patungan.grants.iati.IatiActivity.Indicator;
import id.patungan.grants.iati.IatiActivity.Organisation;
import id.patungan.grants.iati.IatiActivity.Party;
import id.patungan.grants.iati.IatiActivity.Planned;
import id.patungan.grants.iati.IatiActivity.Result;
import id.patungan.grants.iati.IatiActivity.Transaction;
import id.patungan.grants.iati.IatiActivity.Value;
import id.patungan.grants.iati.IatiActivity.Words;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes activity files as XML. The schema is a sequence: elements stand in its order, which is
 * that of the fields of {@link IatiActivity}. The same file gives the same bytes.
 */
public final class IatiXml {

    private static final String LANGUAGE = "id";

    private final XmlText xml = new XmlText();

    private IatiXml() {}

    /** The file in UTF-8. */
    public static byte[] bytes(IatiFile file) {
        return new IatiXml().written(file);
    }

    private byte[] written(IatiFile file) {
        xml.open(
                "iati-activities",
                "version",
                IatiFile.VERSION,
                "generated-datetime",
                file.generated().truncatedTo(ChronoUnit.SECONDS).toString());
        file.activities().forEach(this::activity);
        xml.close();
        return xml.bytes();
    }

    private void activity(IatiActivity activity) {
        var head = activity.head();
        var updated = head.updated();
        xml.open(
                "iati-activity",
                "last-updated-datetime",
                updated == null ? null : updated.truncatedTo(ChronoUnit.SECONDS).toString(),
                "xml:lang",
                LANGUAGE,
                "default-currency",
                head.currency().getCurrencyCode());
        head(head);
        for (var one : activity.participants()) {
            organisation(
                    "participating-org",
                    one.organisation(),
                    "role",
                    one.role().code(),
                    "activity-id",
                    one.activity());
        }
        xml.leaf("activity-status", "code", activity.status().code());
        for (var one : activity.dates()) {
            xml.leaf("activity-date", "type", one.type().code(), "iso-date", one.date().toString());
        }
        place(activity);
        defaults(activity.defaults());
        activity.budgets().forEach(this::budget);
        activity.planned().forEach(this::planned);
        activity.transactions().forEach(this::transaction);
        activity.documents().forEach(this::document);
        activity.results().forEach(this::result);
        xml.close();
    }

    private void head(Head head) {
        xml.text("iati-identifier", head.identifier());
        organisation("reporting-org", head.reporting());
        words("title", head.title());
        words("description", head.description());
    }

    private void place(IatiActivity activity) {
        for (var one : activity.countries()) {
            var percentage = one.percentage();
            xml.leaf(
                    "recipient-country",
                    "code",
                    one.code(),
                    "percentage",
                    percentage == null ? null : percentage.toPlainString());
        }
        for (var one : activity.sectors()) {
            var percentage = one.percentage();
            var name = one.name();
            xml.open(
                    "sector",
                    "vocabulary",
                    one.vocabulary(),
                    "code",
                    one.code(),
                    "percentage",
                    percentage == null ? null : percentage.toPlainString());
            if (name != null) narratives(name);
            xml.close();
        }
    }

    private void defaults(Defaults defaults) {
        code("default-flow-type", defaults.flow());
        code("default-finance-type", defaults.finance());
        code("default-aid-type", defaults.aid());
        code("default-tied-status", defaults.tied());
    }

    private void code(String element, @Nullable String code) {
        if (code != null) xml.leaf(element, "code", code);
    }

    private void budget(Budget budget) {
        xml.open("budget", "type", budget.type().code(), "status", budget.status().code());
        date("period-start", budget.from());
        date("period-end", budget.until());
        value(budget.value());
        xml.close();
    }

    private void planned(Planned planned) {
        xml.open("planned-disbursement", "type", planned.type().code());
        date("period-start", planned.from());
        date("period-end", planned.until());
        value(planned.value());
        party("provider-org", "provider-activity-id", planned.provider());
        party("receiver-org", "receiver-activity-id", planned.receiver());
        xml.close();
    }

    private void transaction(Transaction transaction) {
        xml.open("transaction", "ref", transaction.reference());
        xml.leaf("transaction-type", "code", transaction.type().code());
        date("transaction-date", transaction.date());
        value(transaction.value());
        var description = transaction.description();
        if (description != null) words("description", description);
        party("provider-org", "provider-activity-id", transaction.provider());
        party("receiver-org", "receiver-activity-id", transaction.receiver());
        xml.close();
    }

    private void document(DocumentLink document) {
        xml.open("document-link", "url", document.url(), "format", document.format());
        words("title", document.title());
        document.categories().forEach(category -> code("category", category));
        code("language", document.language());
        date("document-date", document.date());
        xml.close();
    }

    private void result(Result result) {
        xml.open("result", "type", result.type().code());
        words("title", result.title());
        result.indicators().forEach(this::indicator);
        xml.close();
    }

    private void indicator(Indicator indicator) {
        xml.open("indicator", "measure", indicator.measure().code());
        words("title", indicator.title());
        for (var period : indicator.periods()) {
            xml.open("period");
            date("period-start", period.from());
            date("period-end", period.until());
            reached("target", period.target());
            reached("actual", period.actual());
            xml.close();
        }
        xml.close();
    }

    private void reached(String element, @Nullable String value) {
        if (value != null) xml.leaf(element, "value", value);
    }

    private void party(String element, String activityAttribute, @Nullable Party party) {
        if (party != null) {
            organisation(element, party.organisation(), activityAttribute, party.activity());
        }
    }

    private void organisation(
            String element, Organisation organisation, @Nullable String... attributes) {
        var type = organisation.type();
        var all = new ArrayList<@Nullable String>();
        all.add("ref");
        all.add(organisation.reference());
        all.add("type");
        all.add(type == null ? null : type.code());
        all.addAll(Arrays.asList(attributes));
        xml.open(element, all);
        narratives(Words.of(organisation.name()));
        xml.close();
    }

    private void words(String element, Words words) {
        xml.open(element, List.of());
        narratives(words);
        xml.close();
    }

    private void narratives(Words words) {
        xml.text("narrative", words.indonesian());
        var english = words.english();
        if (english != null) xml.text("narrative", english, "xml:lang", "en");
    }

    private void date(String element, @Nullable LocalDate date) {
        if (date != null) xml.leaf(element, "iso-date", date.toString());
    }

    private void value(Value value) {
        xml.text(
                "value",
                value.amount().toDecimal().toPlainString(),
                "currency",
                value.amount().currency().getCurrencyCode(),
                "value-date",
                value.on().toString());
    }
}
