package id.patungan.statements;

import id.patungan.contributions.InKind;
import id.patungan.contributions.StatementFact;
import id.patungan.contributions.UnitAccount;
import id.patungan.documents.PaperBody;
import id.patungan.documents.PaperSignatory;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Everything a statement is assembled from, already read: the pure calculation queries nothing.
 *
 * @param opening minor units before {@code from} by account, summed by the database
 * @param closing minor units at the end of {@code until} by account, summed by the database over
 *     all postings: independent of {@code postings}
 * @param postings of the party on the statement's accounts, in the order of date, entry and line
 * @param facts what is known of entries beyond their postings
 * @param inKind what it gave in kind, dated in the period
 * @param units what its paying units carry of its charges at the end of {@code until}
 */
record StatementMaterial(
        PaperBody body,
        RegionStatement.Party party,
        LocalDate from,
        LocalDate until,
        RegionStatement.Known known,
        Map<String, Long> opening,
        Map<String, Long> closing,
        List<Posted> postings,
        List<StatementFact> facts,
        List<RegionStatement.Share> shares,
        List<String> legalBases,
        List<RegionStatement.Note> notes,
        List<PaperSignatory> signatories,
        RegionStatement.Remarks remarks,
        List<InKind> inKind,
        List<UnitAccount> units) {

    /** The same, where nothing was given in kind and no payment lines divide charges. */
    StatementMaterial(
            PaperBody body,
            RegionStatement.Party party,
            LocalDate from,
            LocalDate until,
            RegionStatement.Known known,
            Map<String, Long> opening,
            Map<String, Long> closing,
            List<Posted> postings,
            List<StatementFact> facts,
            List<RegionStatement.Share> shares,
            List<String> legalBases,
            List<RegionStatement.Note> notes,
            List<PaperSignatory> signatories,
            RegionStatement.Remarks remarks) {
        this(
                body,
                party,
                from,
                until,
                known,
                opening,
                closing,
                postings,
                facts,
                shares,
                legalBases,
                notes,
                signatories,
                remarks,
                List.of(),
                List.of());
    }

    /**
     * A posting of the party.
     *
     * @param amount minor units, debit positive
     */
    record Posted(
            long entryNo,
            LocalDate date,
            String description,
            @Nullable String documentNo,
            String account,
            long amount,
            @Nullable String unit,
            @Nullable String period,
            @Nullable Long reverses,
            @Nullable Long reversedBy) {}
}
