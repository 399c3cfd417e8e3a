package id.patungan.statements;

import id.patungan.contributions.Basis;
import id.patungan.contributions.StatementFact;
import id.patungan.documents.PaperBody;
import id.patungan.documents.PaperSignatory;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The statement of account of one region (Kartu iuran daerah): what it was charged, what it paid
 * and what it owes, from one day to another, as the books stood at one entry. Page, PDF, XLSX, CSV
 * and JSON are made of this record and of nothing else.
 *
 * <p>Amounts are minor units of the body's currency. A positive balance is owed by the region, a
 * negative one is its credit. It is made by {@link StatementAssembly} alone, which refuses what
 * does not tie.
 *
 * @param from first day
 * @param until last day, included
 * @param known up to which entry the books were read
 * @param opening balance before {@code from}
 * @param movements in the order of date and entry
 * @param accounts the ledger accounts compared with, by code
 * @param shares what the region bears of each assessment in the period
 * @param legalBases agreements on which its charges rest
 * @param notes what is assumed or invented, and the marks used
 * @param signatories valid on the last day, head first
 * @param remarks what the party itself says about its account, and its standing
 * @param gifts the memo of what it gave in kind, dated in the period
 * @param units what its paying units carry of its charges, at the end of the last day
 */
public record RegionStatement(
        PaperBody body,
        Party party,
        LocalDate from,
        LocalDate until,
        Known known,
        long opening,
        List<Movement> movements,
        Totals totals,
        Check check,
        long closing,
        List<AccountBalance> accounts,
        List<Share> shares,
        List<String> legalBases,
        List<Note> notes,
        List<PaperSignatory> signatories,
        Remarks remarks,
        List<Gift> gifts,
        List<Unit> units) {

    /** Copies the lists. */
    public RegionStatement {
        movements = List.copyOf(movements);
        accounts = List.copyOf(accounts);
        shares = List.copyOf(shares);
        legalBases = List.copyOf(legalBases);
        notes = List.copyOf(notes);
        signatories = List.copyOf(signatories);
        gifts = List.copyOf(gifts);
        units = List.copyOf(units);
    }

    /**
     * What the party has said about its account: open disputes, and the last balance it confirmed;
     * and what the body has decided about its standing.
     *
     * @param disputes open ones, the oldest first
     * @param confirmed null if no balance up to the last day was confirmed
     * @param standing the decision by which the party's standing is what it is; null if none holds
     */
    public record Remarks(
            List<Objection> disputes, @Nullable Confirmed confirmed, @Nullable Decision standing) {

        /** Nothing was said. */
        public static final Remarks NONE = new Remarks(List.of(), null, null);

        /** Copies the list. */
        public Remarks {
            disputes = List.copyOf(disputes);
        }

        /** Whether nothing was said. */
        public boolean none() {
            return disputes.isEmpty() && confirmed == null && standing == null;
        }
    }

    /**
     * An open dispute.
     *
     * @param subject balance, charge or line
     * @param about day of the balance or of the line
     * @param entryNo the line that is disputed; null for a balance
     * @param label the charge and its name, or that of the line; empty for a balance
     * @param claimed what the party holds to be right, if it says so
     * @param since when it was raised
     */
    public record Objection(
            int number,
            String subject,
            LocalDate about,
            @Nullable Long entryNo,
            String label,
            @Nullable Long claimed,
            Instant since) {}

    /**
     * What the body decided about the party's standing.
     *
     * @param step notice, suspension, expulsion or reinstatement
     * @param document number of the paper
     * @param lastDay of a notice: to pay before a suspension is proposed; null for other steps
     */
    public record Decision(
            String step, LocalDate on, String document, @Nullable LocalDate lastDay) {}

    /**
     * A balance that the party confirmed.
     *
     * @param balance that was confirmed
     * @param now what the books hold for the same day
     */
    public record Confirmed(
            LocalDate asOf, long balance, String person, String capacity, Instant at, long now) {

        /** What entries dated back have changed since. */
        public long difference() {
            return Math.subtractExact(now, balance);
        }
    }

    /** Whom it is about. */
    public record Party(String code, String name) {}

    /**
     * The head of the chain when the books were read.
     *
     * @param hash of that entry, 64 hexadecimal digits
     * @param recordedAt when it was recorded
     */
    public record Known(long entryNo, String hash, Instant recordedAt) {}

    /** What a movement is, the column "Jenis". */
    public enum Kind {
        /** A charge of an assessment. */
        CHARGE,
        /** Money received. */
        RECEIPT,
        /** A prepayment applied to a charge: changes no balance. */
        APPLICATION,
        /** A prepayment paid back. */
        REFUND,
        /** Given in kind and counted towards a charge: no money. */
        IN_KIND,
        /** The reversal of any of these. */
        CORRECTION,
        /** Entered by hand in the journal, without an assessment or receipt. */
        JOURNAL;

        /** The key of its label and its word in files. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One journal entry as it concerns the region.
     *
     * @param entryNo number in the journal
     * @param documentNo of the assessment or receipt
     * @param charge more owed; negative where a charge is cancelled
     * @param gross credited to the region; negative where a receipt is reversed
     * @param deductions part of the gross that did not reach the bank
     * @param net gross − deductions
     * @param balance after this movement
     * @param basis what it rests on, if that needs saying
     * @param reverses entry that this one reverses
     * @param reversedBy entry that reverses this one
     * @param instalments of a charge that falls due in parts, as it was charged; else none
     */
    public record Movement(
            LocalDate date,
            long entryNo,
            @Nullable String documentNo,
            String description,
            Kind kind,
            @Nullable String period,
            @Nullable String unit,
            @Nullable String accountCode,
            @Nullable String sp2d,
            long charge,
            long gross,
            long deductions,
            long net,
            long balance,
            @Nullable LocalDate due,
            @Nullable Basis basis,
            @Nullable Long reverses,
            @Nullable Long reversedBy,
            List<StatementFact.Instalment> instalments) {

        /** Takes a copy. */
        public Movement {
            instalments = List.copyOf(instalments);
        }

        /** Whether it is one of a pair that cancels out. */
        public boolean reversal() {
            return reverses != null || reversedBy != null;
        }
    }

    /** The sums of the columns. */
    public record Totals(long charge, long gross, long deductions, long net) {}

    /**
     * The terms of the check line: opening + charged − paid + adjusted = closing.
     *
     * @param charged charges before corrections
     * @param paid receipts before corrections, gross
     * @param adjusted what corrections and refunds change
     */
    public record Check(long charged, long paid, long adjusted) {}

    /** An account of the ledger and the region's balance on it at the end. */
    public record AccountBalance(String account, long balance) {}

    /**
     * Something given in kind.
     *
     * @param counted of its value what settled a charge; the rest is beside the dues
     */
    public record Gift(
            String documentNo,
            String what,
            LocalDate from,
            LocalDate until,
            long value,
            long counted) {}

    /**
     * What a paying unit carries, over all charges that payment lines divide.
     *
     * @param route by which it pays; null where no line says
     * @param source whose money it is in the end
     */
    public record Unit(
            @Nullable String code,
            @Nullable String name,
            @Nullable String route,
            @Nullable String account,
            @Nullable String nomenclature,
            @Nullable String source,
            long charged,
            long paid,
            long writtenOff,
            long open) {}

    /**
     * What the region bears of an assessment.
     *
     * @param amount the region's part
     * @param total of the assessment
     */
    public record Share(String documentNo, String description, long amount, long total) {}

    /**
     * Something a reader must know about the data.
     *
     * @param mark source, assumed or sample
     * @param text in Indonesian
     * @param textEn in English; data entered in one language stands in both
     */
    public record Note(Basis.Kind mark, String text, String textEn) {}
}
