package id.patungan.ledger;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.platform.Access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/** Codes that a journal names and nobody knows, in the order of their names. */
final class MissingCodes {

    private final TreeMap<String, String> accounts = new TreeMap<>();
    private final TreeMap<String, String> funds = new TreeMap<>();
    private final TreeMap<String, String> projects = new TreeMap<>();
    private final TreeMap<String, String> awardLines = new TreeMap<>();
    private final HashMap<String, String> units = new HashMap<>();

    void account(String code) {
        accounts.put(code, code);
    }

    void fund(String code) {
        funds.put(code, code);
    }

    void project(String code) {
        projects.put(code, code);
    }

    void awardLine(String code) {
        awardLines.put(code, code);
    }

    void unit(String code, String party) {
        units.put(code, party);
    }

    List<String> all() {
        var all = new ArrayList<String>();
        accounts.keySet().forEach(code -> all.add("account " + code));
        funds.keySet().forEach(code -> all.add("fund " + code));
        projects.keySet().forEach(code -> all.add("project " + code));
        awardLines.keySet().forEach(code -> all.add("award-line " + code));
        units.keySet().stream().sorted().forEach(code -> all.add("unit " + code));
        return all;
    }

    /** Makes them, named by their codes until somebody gives them names. */
    void create(Access access, Books books) {
        if (!accounts.isEmpty()) {
            books.addAccounts(access, accounts.keySet().stream().map(MissingCodes::named).toList());
        }
        if (!funds.isEmpty()) {
            books.addFunds(
                    access,
                    funds.keySet().stream()
                            .map(code ->
                                    new Fund(
                                            new FundCode(code),
                                            code,
                                            code,
                                            Restriction.UNRESTRICTED,
                                            null,
                                            null,
                                            true))
                            .toList());
        }
        projects.keySet().forEach(code -> books.addProject(access.body(), code, code, code));
        awardLines.keySet().forEach(code -> books.addAwardLine(access.body(), code, code, code));
        units.forEach((code, party) -> books.addUnit(access.body(), party, code, code));
    }

    private static Account named(String code) {
        return new Account(new AccountCode(code), code, code, kind(code), null, null, true, true);
    }

    /** By the first digit, as the default chart has it. */
    static AccountKind kind(String code) {
        return switch (code.charAt(0)) {
            case '1' -> AccountKind.ASSET;
            case '2' -> AccountKind.LIABILITY;
            case '3' -> AccountKind.NET_ASSETS;
            case '4' -> AccountKind.INCOME;
            case '5' -> AccountKind.EXPENSE;
            default -> throw LedgerException.unknownCode("account", code);
        };
    }
}
