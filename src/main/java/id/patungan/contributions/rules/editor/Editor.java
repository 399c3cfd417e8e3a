package id.patungan.contributions.rules.editor;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.AllocationException;
import id.patungan.allocation.ProblemText;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.Shares;
import id.patungan.basics.AmountReader;
import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;
import id.patungan.basics.InputException;
import id.patungan.basics.Money;
import id.patungan.basics.Problem;
import id.patungan.contributions.Sharing;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.RuleTexts;
import id.patungan.contributions.rules.RuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.parties.Agreements;
import id.patungan.parties.IndicatorValue;
import id.patungan.parties.Indicators;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the editor's page asks of the services: what may be named, a preview, and saving. */
@Component
class Editor {

    /** What is wrong with a rule whatever the figures are; such a rule is not saved. */
    private static final Set<String> NEVER =
            Set.of(
                    "percent-sum",
                    "percent-zero",
                    "mix-sum",
                    "negative-part",
                    "floor-above-cap",
                    "pins-too-high",
                    "share-new",
                    "no-users",
                    "user-twice",
                    "party-taken",
                    "bands-order",
                    "min-above-max",
                    "divisor",
                    "negative-amount",
                    "negative-cost",
                    "coalition-twice",
                    "coalition-repeats",
                    "unknown-class",
                    "empty-class",
                    "class-twice",
                    "own-total",
                    "several-remainders",
                    "unit");

    /** In minor units: a billion rupiah. */
    private static final long SAMPLE = 100_000_000_000L;

    private final Rules rules;
    private final Sharing sharing;
    private final RuleTexts texts;
    private final Members members;
    private final Parties parties;
    private final Indicators indicators;
    private final Agreements agreements;
    private final MessageSource messages;
    private final Clock clock;

    Editor(
            Rules rules,
            Sharing sharing,
            RuleTexts texts,
            Members members,
            Parties parties,
            Indicators indicators,
            Agreements agreements,
            MessageSource messages,
            Clock clock) {
        this.rules = rules;
        this.sharing = sharing;
        this.texts = texts;
        this.members = members;
        this.parties = parties;
        this.indicators = indicators;
        this.agreements = agreements;
        this.messages = messages;
        this.clock = clock;
    }

    LocalDate today(BodyEntry body) {
        return LocalDate.now(clock.withZone(body.zone()));
    }

    Known known(Access access, LocalDate date) {
        var names = new LinkedHashMap<String, String>();
        members.on(access, date).forEach(member -> names.put(member.code(), member.name()));
        var own = List.copyOf(names.keySet());
        var page = 1;
        for (var more = true; more; page++) {
            var some = parties.list(access, "", null, page);
            some.rows().forEach(party -> names.putIfAbsent(party.code(), party.name()));
            more = page < some.pages();
        }
        var figures = indicators.list(access, null, null);
        var codes = new TreeSet<>(List.of(Indicators.AREA, Indicators.POPULATION));
        figures.forEach(value -> codes.add(value.figure().indicator()));
        return new Known(
                own,
                names,
                List.copyOf(codes),
                figures.stream()
                        .map(IndicatorValue::figure)
                        .mapToInt(figure -> figure.year())
                        .max()
                        .orElse(date.getYear()),
                agreements.all(access));
    }

    /** The version to begin from. */
    RuleVersion newest(Access access, String code) {
        return rules.get(access, code).newest();
    }

    /** Whether there is a rule of that code already. */
    boolean taken(Access access, String code) {
        return rules.all(access).stream().anyMatch(rule -> rule.code().equals(code.strip()));
    }

    RuleVersion save(Access access, NewRuleVersion wish, String key) {
        return rules.draft(access, wish, key);
    }

    RuleTexts.InWords words(Access access, BodyEntry body, RuleDocument document) {
        return texts.of(access, document, body.currency(), LocaleContextHolder.getLocale());
    }

    /**
     * The shares by a rule, or what is wrong with it, noted at its fields.
     *
     * @param total null to take a round amount
     * @return empty if it cannot be applied
     */
    Optional<Trial> tryOut(
            Access access,
            BodyEntry body,
            Draft draft,
            @Nullable Money total,
            LocalDate date,
            int year,
            FormErrors errors,
            boolean saving) {
        if (draft.document().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    tryOut(access, body.currency(), draft.document().get(), total, date, year));
        } catch (AllocationException refused) {
            for (var reason : refused.all()) {
                var code = reason.code().substring(reason.code().indexOf('.') + 1);
                if (!saving || NEVER.contains(code)) {
                    errors.add(fieldOf(draft, reason.place()), reason);
                }
            }
        } catch (DomainException refused) {
            if (!saving) errors.add(null, refused);
        }
        return Optional.empty();
    }

    private Trial tryOut(
            Access access,
            Currency currency,
            RuleDocument document,
            @Nullable Money total,
            LocalDate date,
            int year) {
        var gathered = sharing.gather(access, document, date, year);
        var shares =
                document.rule().ownTotal()
                        ? Allocation.charge(currency, document, gathered.parties())
                        : Allocation.allocate(
                                total == null ? new Money(currency, SAMPLE) : total,
                                document,
                                gathered.parties());
        var names = new HashMap<String, String>();
        gathered.parties().all().forEach(party -> names.put(party.code(), party.name()));
        return new Trial(
                shares,
                shares.shares().stream()
                        .map(share ->
                                new Trial.Part(
                                        share.party(),
                                        names.getOrDefault(share.party(), share.party()),
                                        gathered.members().contains(share.party()),
                                        share))
                        .toList());
    }

    /**
     * What a rule makes of an amount.
     *
     * @param parts in the order of the parties
     */
    record Trial(Shares shares, List<Part> parts) {
        /** Takes a copy. */
        Trial {
            parts = List.copyOf(parts);
        }

        /** What was divided, or what the prices add to. */
        public Money total() {
            return shares.total();
        }

        /** The sum of the exact shares. */
        public Fraction exact() {
            return shares.shares().stream()
                    .map(Shares.Share::quota)
                    .reduce(Fraction.ZERO, Fraction::plus);
        }

        /** What one party pays. */
        record Part(String party, String name, boolean member, Shares.Share share) {}
    }

    /** The nearest field to a place in the rule. */
    private static String fieldOf(Draft draft, String place) {
        if (draft.form().isEmpty()) {
            return Draft.YAML;
        }
        var form = draft.form().get();
        var fields = form.places();
        for (var at = place; ; at = at.contains(".") ? at.substring(0, at.lastIndexOf('.')) : "") {
            if (fields.contains(at)) return RuleForm.id(at);
            if (fields.contains(at + ".kind")) return RuleForm.id(at + ".kind");
            if (at.isEmpty()) return RuleForm.id("rule.kind");
        }
    }

    /** What is wrong with the rule itself, said at its fields. */
    void note(Draft draft, FormErrors errors) {
        for (var fault : draft.faults()) {
            var arguments = new ArrayList<Object>();
            for (var argument : fault.arguments()) {
                arguments.add(
                        argument instanceof Problem problem
                                ? ProblemText.of(problem, LocaleContextHolder.getLocale())
                                : argument);
            }
            if (fault.key().equals("rules.fault.missing-field")) {
                var name = fault.place().substring(fault.place().lastIndexOf('.') + 1);
                arguments.set(0, label(name));
            }
            errors.add(RuleForm.id(fault.place()), fault.key(), arguments.toArray());
        }
    }

    /** The name of an indicator within a sentence; its code if it has none. */
    String figure(String code) {
        return texts.indicator(code, LocaleContextHolder.getLocale());
    }

    String label(String name) {
        return text("rules.field." + name, name);
    }

    /** The text of a key, or something else if there is none. */
    String text(String key, String otherwise) {
        return String.valueOf(
                messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()));
    }

    Optional<LocalDate> date(Map<String, List<String>> sent, FormErrors errors, boolean saving) {
        var text = Draft.text(sent, "effectiveFrom").strip();
        if (text.isEmpty()) {
            if (saving) errors.add("effectiveFrom", "rules.editor.missing.effectiveFrom");
            return Optional.empty();
        }
        try {
            return Optional.of(DateReader.read(text));
        } catch (IllegalArgumentException unreadable) {
            errors.add("effectiveFrom", "contributions.not-a-date", text);
            return Optional.empty();
        }
    }

    /** The total of the preview; null if none is typed. */
    @Nullable Money total(Map<String, List<String>> sent, BodyEntry body, FormErrors errors) {
        var text = Draft.text(sent, "total").strip();
        if (text.isEmpty()) {
            return null;
        }
        switch (AmountReader.read(text, body.currency(), LocaleContextHolder.getLocale())) {
            case AmountReader.Read(var amount) -> {
                return amount;
            }
            case AmountReader.Ambiguous(var readings) ->
                    errors.add(
                            "total",
                            "rules.fault.ambiguous",
                            text,
                            readings.getFirst(),
                            readings.getLast());
            case AmountReader.Unreadable _ ->
                    errors.add("total", "contributions.not-an-amount", text);
        }
        return null;
    }

    int year(Map<String, List<String>> sent, int otherwise, FormErrors errors) {
        var text = Draft.text(sent, "year").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("(19|20)[0-9]{2}")) {
            errors.add("year", "contributions.not-a-year", text);
            return otherwise;
        }
        return Integer.parseInt(text);
    }

    /** Where a refusal of a service belongs. */
    static @Nullable String fieldOf(DomainException refusal) {
        if (refusal instanceof InputException && !refusal.arguments().isEmpty()) {
            var field = String.valueOf(refusal.arguments().getFirst());
            return switch (field) {
                case "text" -> Draft.YAML;
                case "code", "effectiveFrom" -> field;
                default -> null;
            };
        }
        var reason = refusal.code().substring(refusal.code().indexOf('.') + 1);
        return switch (reason) {
            case "no-ground", "unknown-article", "not-in-force", "no-such-agreement" -> "ground";
            case "name-too-long" -> "name";
            default -> null;
        };
    }
}
