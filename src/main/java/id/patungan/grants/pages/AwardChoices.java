package id.patungan.grants.pages;

import id.patungan.grants.AwardEvents;
import id.patungan.grants.AwardTerms;
import id.patungan.ledger.Names;
import id.patungan.ledger.Names.Named;

import java.util.List;

/** What the forms of an award offer to choose from. */
final class AwardChoices {

    /** The rules that a named person may set aside. */
    static final List<String> RULES = AwardEvents.OVERRIDABLE;

    private AwardChoices() {}

    /** The accounts whose codes begin so. */
    static List<Named> accounts(Names names, String... beginnings) {
        return names.accounts().stream()
                .filter(one -> List.of(beginnings).stream().anyMatch(one.code()::startsWith))
                .toList();
    }

    /** The funds that are not the award's. */
    static List<Named> others(Names names, AwardTerms terms) {
        return names.funds().stream().filter(one -> !terms.funds().contains(one.code())).toList();
    }

    /** The lines of an award, those outside the frame last. */
    static List<Named> lines(String award, AwardTerms terms, Names names) {
        return names.awardLines().stream()
                .filter(one -> one.code().startsWith(award + "/"))
                .filter(one -> one.code().startsWith(award + "/-/") || isLine(award, terms, one))
                .sorted(
                        java.util.Comparator.comparing(
                                        (Named one) -> one.code().startsWith(award + "/-/"))
                                .thenComparing(Named::code))
                .toList();
    }

    private static boolean isLine(String award, AwardTerms terms, Named one) {
        var parts = one.code().substring(award.length() + 1).split("/", -1);
        return terms.line(parts[0]).isPresent();
    }
}
