package id.patungan.grants.iati;

import id.patungan.grants.iati.IatiActivity.ActivityDate;
import id.patungan.grants.iati.IatiActivity.Budget;
import id.patungan.grants.iati.IatiActivity.Country;
import id.patungan.grants.iati.IatiActivity.Organisation;
import id.patungan.grants.iati.IatiActivity.Party;
import id.patungan.grants.iati.IatiActivity.Sector;
import id.patungan.grants.iati.IatiActivity.Transaction;
import id.patungan.grants.iati.IatiCode.DateType;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the standard asks of an activity file beyond its schema, as far as a file of {@link
 * IatiActivity} can break it. Source: IATI-Rulesets {@code rulesets/standard.json}, and the
 * guidance of the standard for identifiers. That there is a default language and that every value
 * names its currency, {@link IatiXml} sees to.
 */
public final class IatiRules {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final Pattern IDENTIFIER = Pattern.compile("[^/&|?\\s]+");
    private static final Pattern PURPOSE = Pattern.compile("\\d{5}");
    private static final String DAC = "1";

    private final LocalDate today;
    private final List<Broken> broken = new ArrayList<>();
    private String activity = "";

    private IatiRules(LocalDate today) {
        this.today = today;
    }

    /** What is asked. */
    public enum Rule {
        /** The identifier of the activity is not that of the organisation. */
        OWN_IDENTIFIER("1.1.3"),
        /** It begins with that of the organisation and a hyphen. */
        PREFIX("1.1.21"),
        /** No activity stands twice in a file. */
        ONCE(null),
        /** Identifiers have no slash, ampersand, bar, question mark or space. */
        CHARACTERS(null),
        /** The reporting organisation has an identifier and a type. */
        REPORTING(null),
        /** Title, description and names say something. */
        TEXT(null),
        /** Somebody takes part. */
        PARTICIPANT(null),
        /** There is a planned or an actual start. */
        START("6.11.1"),
        /** What begins ends later. */
        ORDER(null),
        /** What has happened did not happen in the future. */
        NOT_YET(null),
        /** There is a sector. */
        SECTOR("6.7.2"),
        /** A purpose of OECD DAC has five digits; one's own sectors have a name. */
        SECTOR_CODE(null),
        /** Percentages of the sectors of a vocabulary add up to a hundred. */
        SECTOR_SHARES(null),
        /** Percentages of the countries add up to a hundred. */
        COUNTRY_SHARES(null),
        /** No budget is for more than a year. */
        BUDGET_YEAR(null),
        /** A result has an indicator, and a linked paper a category. */
        COMPLETE(null);

        private final @Nullable String number;

        Rule(@Nullable String number) {
            this.number = number;
        }

        /** In the numbering of the standard's validator, where it is known. */
        public @Nullable String number() {
            return number;
        }

        /** The end of the key of its text: {@code own-identifier}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A rule that an activity breaks.
     *
     * @param activity its identifier
     * @param value what stands there
     */
    public record Broken(String activity, Rule rule, String value) {}

    /** All that the file breaks, in its order; empty if it can be published. */
    public static List<Broken> check(IatiFile file, LocalDate today) {
        var rules = new IatiRules(today);
        var seen = new HashSet<String>();
        for (var one : file.activities()) {
            rules.activity = one.head().identifier();
            rules.require(seen.add(rules.activity), Rule.ONCE, rules.activity);
            rules.activity(one);
        }
        return List.copyOf(rules.broken);
    }

    private void require(boolean holds, Rule rule, Object value) {
        if (!holds) broken.add(new Broken(activity, rule, value.toString()));
    }

    private void activity(IatiActivity one) {
        identifiers(one);
        texts(one);
        dates(one.dates());
        sectors(one.sectors());
        countries(one.countries());
        one.budgets().forEach(this::budget);
        for (var planned : one.planned()) {
            order(planned.from(), planned.until());
            party(planned.provider());
            party(planned.receiver());
        }
        one.transactions().forEach(this::transaction);
        for (var document : one.documents()) {
            require(!document.categories().isEmpty(), Rule.COMPLETE, document.url());
        }
        for (var result : one.results()) {
            require(!result.indicators().isEmpty(), Rule.COMPLETE, result.title().indonesian());
            result.indicators().stream()
                    .flatMap(indicator -> indicator.periods().stream())
                    .forEach(period -> order(period.from(), period.until()));
        }
    }

    private void identifiers(IatiActivity one) {
        var head = one.head();
        var reporting = head.reporting();
        var own = reporting.reference();
        require(own != null && reporting.type() != null, Rule.REPORTING, reporting.name());
        characters(head.identifier());
        if (own == null) return;
        require(!head.identifier().equals(own), Rule.OWN_IDENTIFIER, own);
        require(head.identifier().startsWith(own + "-"), Rule.PREFIX, head.identifier());
    }

    private void characters(@Nullable String identifier) {
        if (identifier != null) {
            require(IDENTIFIER.matcher(identifier).matches(), Rule.CHARACTERS, identifier);
        }
    }

    private void texts(IatiActivity one) {
        var head = one.head();
        for (var words : List.of(head.title(), head.description())) {
            require(!words.indonesian().isBlank(), Rule.TEXT, words.indonesian());
        }
        organisation(head.reporting());
        require(!one.participants().isEmpty(), Rule.PARTICIPANT, head.identifier());
        one.participants().forEach(participant -> organisation(participant.organisation()));
    }

    private void organisation(Organisation organisation) {
        require(!organisation.name().isBlank(), Rule.TEXT, organisation.name());
        characters(organisation.reference());
    }

    private void party(@Nullable Party party) {
        if (party != null) organisation(party.organisation());
    }

    private void dates(List<ActivityDate> dates) {
        require(
                dates.stream().anyMatch(date -> date.type().start()),
                Rule.START,
                dates.stream().map(ActivityDate::date).toList());
        order(dates, DateType.PLANNED_START, DateType.PLANNED_END);
        order(dates, DateType.ACTUAL_START, DateType.ACTUAL_END);
        dates.stream().filter(date -> date.type().actual()).forEach(date -> past(date.date()));
    }

    private void order(List<ActivityDate> dates, DateType first, DateType last) {
        for (var from : dates) {
            for (var until : dates) {
                if (from.type() == first && until.type() == last) order(from.date(), until.date());
            }
        }
    }

    private void order(LocalDate from, @Nullable LocalDate until) {
        require(until == null || !until.isBefore(from), Rule.ORDER, from + " \u2013 " + until);
    }

    private void past(LocalDate date) {
        require(!date.isAfter(today), Rule.NOT_YET, date);
    }

    private void sectors(List<Sector> sectors) {
        require(!sectors.isEmpty(), Rule.SECTOR, "-");
        var byVocabulary = new HashMap<String, List<Sector>>();
        for (var sector : sectors) {
            var vocabulary = Objects.requireNonNullElse(sector.vocabulary(), DAC);
            var own = vocabulary.equals("98") || vocabulary.equals("99");
            require(
                    vocabulary.equals(DAC)
                            ? PURPOSE.matcher(sector.code()).matches()
                            : !own || sector.name() != null,
                    Rule.SECTOR_CODE,
                    sector.code());
            byVocabulary.computeIfAbsent(vocabulary, none -> new ArrayList<>()).add(sector);
        }
        for (var alike : byVocabulary.values()) {
            if (alike.size() == 1 && alike.getFirst().percentage() == null) continue;
            var shares = new Shares();
            alike.forEach(sector -> shares.add(sector.percentage()));
            require(shares.whole(), Rule.SECTOR_SHARES, shares.sum.toPlainString());
        }
    }

    private void countries(List<Country> countries) {
        if (countries.isEmpty()) return;
        if (countries.size() == 1 && countries.getFirst().percentage() == null) return;
        var shares = new Shares();
        countries.forEach(country -> shares.add(country.percentage()));
        require(shares.whole(), Rule.COUNTRY_SHARES, shares.sum.toPlainString());
    }

    /** Percentages; one alone needs none, it has all of them. */
    private static final class Shares {

        private BigDecimal sum = BigDecimal.ZERO;
        private boolean good = true;

        void add(@Nullable BigDecimal share) {
            if (share == null || share.signum() < 0) {
                good = false;
            } else {
                sum = sum.add(share);
            }
        }

        boolean whole() {
            return good && sum.compareTo(WHOLE) == 0;
        }
    }

    private void budget(Budget budget) {
        order(budget.from(), budget.until());
        require(
                budget.until().isBefore(budget.from().plusYears(1)),
                Rule.BUDGET_YEAR,
                budget.from() + " \u2013 " + budget.until());
    }

    private void transaction(Transaction transaction) {
        Stream.of(transaction.date(), transaction.value().on()).forEach(this::past);
        party(transaction.provider());
        party(transaction.receiver());
    }
}
