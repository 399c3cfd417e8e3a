package id.patungan.contributions.entryexit;

import id.patungan.basics.AmountReader;
import id.patungan.basics.DateReader;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.entryexit.NewSimulation.Kind;
import id.patungan.contributions.entryexit.NewSimulation.Notice;
import id.patungan.contributions.entryexit.Simulation.Way;
import id.patungan.platform.FormErrors;

import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was asked in an address or typed into a form, and what could not be read of it. */
final class EntryExitForm {

    private final MultiValueMap<String, String> texts;
    private final FormErrors errors = new FormErrors();

    EntryExitForm(MultiValueMap<String, String> texts) {
        this.texts = texts;
    }

    /** What was typed; empty if nothing was. */
    public String text(String field) {
        var text = texts.getFirst(field);
        return text == null ? "" : text.strip();
    }

    EntryExitForm set(String field, String text) {
        if (text(field).isEmpty()) texts.set(field, text);
        return this;
    }

    FormErrors errors() {
        return errors;
    }

    /** For programs: throws the first refusal, if there is one. */
    void requireRead() {
        errors.all().stream()
                .map(error -> error.refusal())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    /** The fields of the question alone. */
    MultiValueMap<String, String> question() {
        var question = new LinkedMultiValueMap<>(texts);
        List.of("key", "title", "_csrf").forEach(question::remove);
        return question;
    }

    /** Whether something is asked at all. */
    boolean asked() {
        return !text("party").isEmpty() || !text("rule").isEmpty();
    }

    Optional<String> said(String field) {
        return errors.read(
                field,
                () -> {
                    if (text(field).isEmpty()) throw EntryExitException.notSaid(field);
                    return text(field);
                });
    }

    Optional<LocalDate> day(String field) {
        return said(field)
                .flatMap(text ->
                        errors.read(
                                field,
                                () -> {
                                    try {
                                        return DateReader.read(text);
                                    } catch (IllegalArgumentException unreadable) {
                                        throw EntryExitException.notADay(text);
                                    }
                                }));
    }

    private Optional<Integer> number(String field) {
        return errors.read(
                field,
                () -> {
                    if (text(field).isEmpty()) return 0;
                    if (!text(field).matches("[0-9]{1,4}")) {
                        throw EntryExitException.notANumber(field, text(field));
                    }
                    return Integer.valueOf(text(field));
                });
    }

    private Optional<Money> total(Currency currency, Locale locale) {
        return said("total")
                .flatMap(text ->
                        errors.read(
                                "total",
                                () ->
                                        switch (AmountReader.read(text, currency, locale)) {
                                            case AmountReader.Read(var amount) -> amount;
                                            case AmountReader.Ambiguous _,
                                                    AmountReader.Unreadable _ ->
                                                    throw EntryExitException.notAnAmount(text);
                                        }));
    }

    /** The year of the indicators. */
    Optional<Integer> year() {
        return number("year");
    }

    /** The wish to put an assessment right; empty if something of it could not be read. */
    Optional<NewDayDues> dayDues(int change, String assessment, @Nullable String rule) {
        var date = day("date");
        var due = day("due");
        var description = said("description");
        if (errors.any()) return Optional.empty();
        return errors.read(
                "description",
                () ->
                        new NewDayDues(
                                change,
                                assessment,
                                rule,
                                date.orElseThrow(),
                                due.orElseThrow(),
                                description.orElseThrow()));
    }

    /** The wish to charge a buy-in; empty if something of it could not be read. */
    Optional<NewBuyIn> buyIn(int change) {
        var rule = said("rule");
        var year = year();
        var fund = said("fund").flatMap(text -> errors.read("fund", () -> new FundCode(text)));
        var date = day("date");
        var due = day("due");
        var description = said("description");
        if (errors.any()) return Optional.empty();
        return errors.read(
                "description",
                () ->
                        new NewBuyIn(
                                change,
                                rule.orElseThrow(),
                                year.orElseThrow(),
                                fund.orElseThrow(),
                                date.orElseThrow(),
                                due.orElseThrow(),
                                description.orElseThrow()));
    }

    /** The wish to record; empty if something of it could not be read. */
    Optional<NewMembershipChange> change() {
        var kind = said("kind").flatMap(text -> errors.read("kind", () -> Kind.of(text)));
        var party = said("party");
        var day = day("day");
        var months = number("months");
        var liable = number("liableYears");
        var way = said("way").flatMap(text -> errors.read("way", () -> Way.of(text)));
        var document = said("document");
        var reason = said("reason");
        var ground =
                errors.read(
                        "ground",
                        () -> {
                            var slash = text("ground").indexOf('/');
                            if (slash < 0) throw EntryExitException.notSaid("ground");
                            return new LegalBasis(
                                    text("ground").substring(0, slash),
                                    text("ground").substring(slash + 1));
                        });
        if (errors.any()) return Optional.empty();
        return errors.read(
                "day",
                () ->
                        new NewMembershipChange(
                                kind.orElseThrow(),
                                party.orElseThrow(),
                                day.orElseThrow(),
                                new Notice(months.orElseThrow(), text("yearEnd").equals("yes")),
                                liable.orElseThrow(),
                                way.orElseThrow(),
                                ground.orElseThrow(),
                                document.orElseThrow(),
                                reason.orElseThrow()));
    }

    /** The question; empty if something of it could not be read. */
    Optional<NewSimulation> wish(Currency currency, Locale locale) {
        var kind = said("kind").flatMap(text -> errors.read("kind", () -> Kind.of(text)));
        var party = said("party");
        var day = day("day");
        var months = number("months");
        var liable = number("liableYears");
        var rule = said("rule");
        var year = text("year").isEmpty() ? day.map(LocalDate::getYear) : number("year");
        var total = total(currency, locale);
        if (errors.any()) return Optional.empty();
        return errors.read(
                "day",
                () ->
                        new NewSimulation(
                                kind.orElseThrow(),
                                party.orElseThrow(),
                                day.orElseThrow(),
                                new Notice(months.orElseThrow(), text("yearEnd").equals("yes")),
                                kind.orElseThrow() == Kind.JOIN ? 0 : liable.orElseThrow(),
                                rule.orElseThrow(),
                                text("ruleWithout").isEmpty() ? null : text("ruleWithout"),
                                year.orElseThrow(),
                                total.orElseThrow(),
                                text("equity").equals("yes")));
    }
}
