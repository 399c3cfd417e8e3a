package id.patungan.grants.iati;

import id.patungan.basics.Money;
import id.patungan.grants.iati.IatiCode.BudgetStatus;
import id.patungan.grants.iati.IatiCode.BudgetType;
import id.patungan.grants.iati.IatiCode.DateType;
import id.patungan.grants.iati.IatiCode.Measure;
import id.patungan.grants.iati.IatiCode.OrganisationType;
import id.patungan.grants.iati.IatiCode.ResultType;
import id.patungan.grants.iati.IatiCode.Role;
import id.patungan.grants.iati.IatiCode.Status;
import id.patungan.grants.iati.IatiCode.TransactionType;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * One activity of an activity file: an award as the standard sees it. Its fields stand in the order
 * of the schema; what a body of local governments has no use for is left out.
 *
 * <p>Periods have a first and a last day, both included. Amounts keep the currency in which they
 * were given, and the day by which they are worth that.
 *
 * @param dates at least one start, see {@link IatiRules}
 * @param budgets none longer than a year
 * @param transactions money that came, was promised, was spent or was passed on; of spending one
 *     for each month and line, so that no payee is named
 */
public record IatiActivity(
        Head head,
        List<Participant> participants,
        Status status,
        List<ActivityDate> dates,
        List<Country> countries,
        List<Sector> sectors,
        Defaults defaults,
        List<Budget> budgets,
        List<Planned> planned,
        List<Transaction> transactions,
        List<DocumentLink> documents,
        List<Result> results) {

    /** Copies the lists. */
    public IatiActivity {
        participants = List.copyOf(participants);
        dates = List.copyOf(dates);
        countries = List.copyOf(countries);
        sectors = List.copyOf(sectors);
        budgets = List.copyOf(budgets);
        planned = List.copyOf(planned);
        transactions = List.copyOf(transactions);
        documents = List.copyOf(documents);
        results = List.copyOf(results);
    }

    /**
     * Text in Indonesian, the language of the file, and in English.
     *
     * @param english null where there is only one
     */
    public record Words(String indonesian, @Nullable String english) {

        /** The same in both languages, such as a name. */
        public static Words of(String text) {
            return new Words(text, null);
        }
    }

    /**
     * What it is.
     *
     * @param identifier of the activity, beginning with that of the reporting organisation
     * @param updated when its data last changed
     * @param currency in which amounts are, where nothing else is said
     */
    public record Head(
            String identifier,
            Organisation reporting,
            Words title,
            Words description,
            @Nullable Instant updated,
            Currency currency) {}

    /**
     * An organisation, never a person.
     *
     * @param reference its identifier, such as {@code XM-DAC-5-52}; null if it has none
     */
    public record Organisation(
            @Nullable String reference, @Nullable OrganisationType type, String name) {}

    /**
     * Who takes part, and as what.
     *
     * @param activity identifier of that organisation's own activity
     */
    public record Participant(Role role, Organisation organisation, @Nullable String activity) {}

    /** A day in the life of the activity. */
    public record ActivityDate(DateType type, LocalDate date) {}

    /**
     * Where it happens.
     *
     * @param code ISO 3166-1, two capitals
     * @param percentage of the activity; null if it is the only country
     */
    public record Country(String code, @Nullable BigDecimal percentage) {}

    /**
     * What it is about.
     *
     * @param vocabulary 1 for the five digits of OECD DAC, which is meant by null
     * @param percentage of the activity; null if it is the only one of its vocabulary
     * @param name needed for vocabularies of one's own, 98 and 99
     */
    public record Sector(
            @Nullable String vocabulary,
            String code,
            @Nullable BigDecimal percentage,
            @Nullable Words name) {}

    /** What holds for all its transactions; each only if it was given, none is guessed. */
    public record Defaults(
            @Nullable String flow,
            @Nullable String finance,
            @Nullable String aid,
            @Nullable String tied) {

        /** Nothing was given. */
        public static final Defaults NONE = new Defaults(null, null, null, null);
    }

    /**
     * An amount as it was given.
     *
     * @param on by which day it is worth that
     */
    public record Value(Money amount, LocalDate on) {}

    /** What may be spent from one day to another, at most a year. */
    public record Budget(
            BudgetType type, BudgetStatus status, LocalDate from, LocalDate until, Value value) {}

    /** Money that is to come: a tranche. */
    public record Planned(
            BudgetType type,
            LocalDate from,
            @Nullable LocalDate until,
            Value value,
            Party provider,
            Party receiver) {}

    /**
     * A side of a transaction.
     *
     * @param activity identifier of its activity that the money comes from or goes to
     */
    public record Party(Organisation organisation, @Nullable String activity) {}

    /**
     * Money that moved or was promised.
     *
     * @param reference of the publisher's own books, such as a voucher; null for sums
     * @param value negative where earlier money goes back
     * @param description of the line or of the kind; never what somebody typed about a payee
     * @param receiver null where payees are not named
     */
    public record Transaction(
            @Nullable String reference,
            TransactionType type,
            LocalDate date,
            Value value,
            @Nullable Words description,
            @Nullable Party provider,
            @Nullable Party receiver) {}

    /**
     * A paper that anybody may read.
     *
     * @param format media type
     * @param categories of the code list DocumentCategory, at least one
     * @param language two letters
     */
    public record DocumentLink(
            String url,
            String format,
            Words title,
            List<String> categories,
            @Nullable String language,
            @Nullable LocalDate date) {

        /** Takes a copy. */
        public DocumentLink {
            categories = List.copyOf(categories);
        }
    }

    /**
     * A result of the log frame, by its code.
     *
     * @param indicators at least one
     */
    public record Result(ResultType type, Words title, List<Indicator> indicators) {

        /** Takes a copy. */
        public Result {
            indicators = List.copyOf(indicators);
        }
    }

    /** How a result is measured. */
    public record Indicator(Measure measure, Words title, List<Period> periods) {

        /** Takes a copy. */
        public Indicator {
            periods = List.copyOf(periods);
        }
    }

    /** What was to be reached in a time, and what was. */
    public record Period(
            LocalDate from, LocalDate until, @Nullable String target, @Nullable String actual) {}
}
