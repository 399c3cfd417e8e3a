package id.patungan.grants.lineage;

import id.patungan.grants.AwardBook;
import id.patungan.grants.AwardMovement;
import id.patungan.grants.AwardPosition;
import id.patungan.grants.lineage.Lineage.Source;
import id.patungan.grants.lineage.Lineage.Use;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The money of an award from receipt to use, in minor units of the book's currency. Its flows are
 * those of {@link AwardPosition}, entry by entry, so what is left of all sources, less what is not
 * covered, is the award's balance.
 */
public final class AwardLineage {

    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private final AwardBook book;
    private final List<Source> sources = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private final Map<String, Flow> flows = new LinkedHashMap<>();

    /** Follows the money of an award up to the end of a day. */
    public AwardLineage(AwardBook book, LocalDate on) {
        this.book = book;
        var groups = new LinkedHashMap<String, List<AwardMovement>>();
        book.own()
                .filter(one -> !one.date().isAfter(on))
                .forEach(one ->
                        groups.computeIfAbsent(
                                        one.entry() + " " + one.fund(), key -> new ArrayList<>())
                                .add(one));
        groups.values().forEach(this::read);
    }

    /** What a source or use is. */
    public enum Kind {
        /** From the giver. */
        RECEIVED,
        /** From the bank. */
        INTEREST,
        /** A difference in exchange. */
        EXCHANGE,
        /** A cost. */
        COST,
        /** Back to the giver. */
        REFUNDED
    }

    /**
     * What stands behind a source or use.
     *
     * @param awardLine what it is charged to; null if it is no cost
     */
    public record Flow(
            String ref,
            Kind kind,
            long entry,
            LocalDate date,
            String fund,
            String description,
            @Nullable String documentNo,
            @Nullable String awardLine,
            long amount) {}

    /** Sources and uses by what they are called in the lineage. */
    public Map<String, Flow> flows() {
        return Map.copyOf(flows);
    }

    /** The lineage by an order. */
    public Lineage by(LineageOrder order) {
        return Lineage.of(order, book.currency(), sources, uses);
    }

    private void read(List<AwardMovement> lines) {
        var position =
                AwardPosition.of(
                        new AwardBook(
                                book.code(), book.terms(), book.currency(), lines, List.of(), 0),
                        END);
        var first = lines.getFirst();
        came(first, Kind.RECEIVED, position.received());
        came(first, Kind.INTEREST, position.interest());
        if (position.exchange() > 0) {
            came(first, Kind.EXCHANGE, position.exchange());
        } else {
            went(first, Kind.EXCHANGE, Long.toString(first.entry()), -position.exchange());
        }
        if (position.eligible() != 0 || lines.stream().anyMatch(AwardMovement::cost)) {
            costs(lines, position.eligible());
        }
        went(first, Kind.REFUNDED, "refund", position.refunded());
    }

    /** Each cost by itself; what is worn down in the same entry is none. */
    private void costs(List<AwardMovement> lines, long eligible) {
        if (eligible == 0 && lines.stream().anyMatch(one -> one.account().equals("12190"))) return;
        for (var line : lines) {
            if (line.cost()) {
                went(line, Kind.COST, line.account() + " " + line.awardLine(), line.amount());
            }
        }
    }

    private void came(AwardMovement line, Kind kind, long amount) {
        if (amount > 0) {
            var flow = flow(line, kind, amount);
            sources.add(
                    new Source(
                            flow.ref(), line.date(), line.fund(), kind == Kind.RECEIVED, amount));
        } else if (amount < 0) {
            takeBack(line, kind, -amount);
        }
    }

    /** A reversal takes back the newest source of its kind and amount. */
    private void takeBack(AwardMovement line, Kind kind, long amount) {
        for (var at = sources.size() - 1; at >= 0; at--) {
            var source = sources.get(at);
            var flow = flows.get(source.ref());
            if (flow != null
                    && flow.kind() == kind
                    && source.amount() == amount
                    && source.fund().equals(line.fund())) {
                sources.remove(at);
                flows.remove(source.ref());
                return;
            }
        }
        went(line, kind, kind.name(), amount);
    }

    private void went(AwardMovement line, Kind kind, String group, long amount) {
        if (amount == 0) return;
        var flow = flow(line, kind, amount);
        uses.add(new Use(flow.ref(), line.date(), line.fund(), kind + " " + group, amount));
    }

    private Flow flow(AwardMovement line, Kind kind, long amount) {
        var flow =
                new Flow(
                        line.entry() + "/" + line.line() + "/" + kind,
                        kind,
                        line.entry(),
                        line.date(),
                        line.fund(),
                        line.description(),
                        line.documentNo(),
                        kind == Kind.COST ? line.awardLine() : null,
                        amount);
        flows.put(flow.ref(), flow);
        return flow;
    }
}
