package id.patungan.ledger.pages;

import static java.util.stream.Collectors.toMap;

import id.patungan.ledger.Names;
import id.patungan.ledger.Names.Named;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names for codes in one language; a code without a name stands for itself. */
public final class LedgerNames {

    private final Names all;
    private final Locale locale;
    private final Map<String, String> accounts;
    private final Map<String, String> funds;
    private final Map<String, String> parties;
    private final Map<String, String> projects;
    private final Map<String, String> awardLines;
    private final Map<String, String> units;

    LedgerNames(Names all, Locale locale) {
        this.all = all;
        this.locale = locale;
        this.accounts = byCode(all.accounts());
        this.funds = byCode(all.funds());
        this.parties = byCode(all.parties());
        this.projects = byCode(all.projects());
        this.awardLines = byCode(all.awardLines());
        this.units = byCode(all.units());
    }

    private Map<String, String> byCode(List<Named> named) {
        return named.stream().collect(toMap(Named::code, one -> one.name(locale)));
    }

    /** The title of an account, empty if there is none. */
    public String account(String code) {
        return accounts.getOrDefault(code, "");
    }

    /** The name of a fund. */
    public String fund(String code) {
        return funds.getOrDefault(code, code);
    }

    /** The name of a party. */
    public String party(String code) {
        return parties.getOrDefault(code, code);
    }

    /** Whether the book has that party. */
    boolean hasParty(String code) {
        return parties.containsKey(code);
    }

    /** Whether the book has that project. */
    boolean hasProject(String code) {
        return projects.containsKey(code);
    }

    @Nullable String project(@Nullable String code) {
        return withCode(projects, code);
    }

    @Nullable String awardLine(@Nullable String code) {
        return withCode(awardLines, code);
    }

    @Nullable String unit(@Nullable String code) {
        return withCode(units, code);
    }

    private static @Nullable String withCode(Map<String, String> names, @Nullable String code) {
        if (code == null) {
            return null;
        }
        var name = names.get(code);
        return name == null ? code : code + " " + name;
    }

    /** All titles of accounts, by code. */
    public List<Choice> accountChoices() {
        return choices(all.accounts());
    }

    /** All funds, by code. */
    public List<Choice> fundChoices() {
        return choices(all.funds());
    }

    /** All parties, by code. */
    public List<Choice> partyChoices() {
        return choices(all.parties());
    }

    /** All projects, by code. */
    public List<Choice> projectChoices() {
        return choices(all.projects());
    }

    private List<Choice> choices(List<Named> named) {
        return named.stream().map(one -> new Choice(one.code(), one.name(locale))).toList();
    }

    /** A code and its name, to choose from. */
    public record Choice(String code, String name) {}
}
