package id.patungan.ledger;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;

import java.util.Map;

/**
 * What may appear in a book, by code, with the numbers of the database.
 *
 * @param number counts the changes; a chart is good as long as the head carries its number
 */
record Chart(
        int number,
        Book book,
        Map<AccountCode, AccountRow> accounts,
        Map<FundCode, FundRow> funds,
        Map<String, Integer> parties,
        Map<String, UnitRow> units,
        Map<String, Integer> projects,
        Map<String, Integer> awardLines) {

    record AccountRow(int id, Account account) {}

    record FundRow(int id, Fund fund) {}

    record UnitRow(int id, String party) {}
}
