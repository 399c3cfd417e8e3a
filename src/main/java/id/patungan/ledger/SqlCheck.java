package id.patungan.ledger;

import id.patungan.basics.BodyId;

/**
 * A check that is one query: each row that it returns is something wrong.
 *
 * @param examined SQL that counts what is looked at; its parameters are the book and the number
 * @param wrong SQL that finds what is wrong: its parameters are the book and the number, its rows
 *     fill the places {@code %s} of the finding
 * @param finding in English
 */
record SqlCheck(String name, String examined, String wrong, String finding, CheckRepository rows)
        implements BookCheck {

    @Override
    public CheckResult run(BodyId body, long knownAt) {
        var findings = rows.findings(wrong, finding, body, knownAt);
        return CheckResult.of(name, rows.count(examined, body, knownAt), findings);
    }
}
