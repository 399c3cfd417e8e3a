package id.patungan.grants.lineage;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.Parties;
import id.patungan.allocation.Rule;
import id.patungan.allocation.RuleDocument;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What money became of which: every rupiah of a source goes to one use or is still there, every
 * rupiah of a use comes from one source or is not covered yet. Money is used by date and within its
 * fund; a use that is larger than what is there waits for the next money to come.
 *
 * @param sources all that were given, and what came back and cancelled no use
 * @param links by use and source, each more than 0; never two of the same pair
 */
public record Lineage(LineageOrder order, List<Source> sources, List<Use> uses, List<Link> links) {

    /** Copies the lists. */
    public Lineage {
        sources = List.copyOf(sources);
        uses = List.copyOf(uses);
        links = List.copyOf(links);
    }

    /**
     * Money that came.
     *
     * @param ref unique among sources and uses
     * @param restricted whether the giver said what it is for; interest and gains are not
     * @param amount minor units, more than 0
     */
    public record Source(String ref, LocalDate date, String fund, boolean restricted, long amount) {

        /** Refuses nothing and less. */
        public Source {
            if (amount <= 0) throw new IllegalArgumentException(ref + " is no source");
        }
    }

    /**
     * Money that went.
     *
     * @param ref unique among sources and uses
     * @param group of uses that can cancel each other: a line and account
     * @param amount minor units; below 0 what came back, which cancels the newest of its group
     */
    public record Use(String ref, LocalDate date, String fund, String group, long amount) {}

    /** So much of a source was used for this. */
    public record Link(String source, String use, long amount) {}

    /**
     * Links uses to sources. What came back and cancels nothing of its group is a source itself.
     *
     * @param currency of all amounts
     */
    public static Lineage of(
            LineageOrder order, Currency currency, List<Source> sources, List<Use> uses) {
        var tracing = new Tracing(order, currency);
        var all = new ArrayList<>(sources);
        var left = new ArrayDeque<>(netted(uses, all));
        for (var source : all.stream().sorted(Comparator.comparing(Source::date)).toList()) {
            while (!left.isEmpty() && left.getFirst().date().isBefore(source.date())) {
                tracing.use(left.removeFirst());
            }
            tracing.receive(source);
        }
        left.forEach(tracing::use);
        return new Lineage(order, all, uses, tracing.links());
    }

    /** Uses by date without what came back and what that cancels; the rest becomes a source. */
    private static List<Use> netted(List<Use> uses, List<Source> sources) {
        var kept = new ArrayList<Use>();
        for (var use : uses.stream().sorted(Comparator.comparing(Use::date)).toList()) {
            var back = -use.amount();
            if (back <= 0) {
                if (back < 0) kept.add(use);
                continue;
            }
            for (var at = kept.size() - 1; at >= 0 && back > 0; at--) {
                var one = kept.get(at);
                if (!one.fund().equals(use.fund()) || !one.group().equals(use.group())) continue;
                var cancelled = Math.min(back, one.amount());
                back -= cancelled;
                kept.set(at, with(one, one.amount() - cancelled));
            }
            if (back > 0) {
                sources.add(new Source(use.ref(), use.date(), use.fund(), true, back));
            }
        }
        return kept.stream().filter(use -> use.amount() > 0).toList();
    }

    private static Use with(Use use, long amount) {
        return new Use(use.ref(), use.date(), use.fund(), use.group(), amount);
    }

    /** What became of a source. */
    public List<Link> became(String source) {
        return links.stream().filter(link -> link.source().equals(source)).toList();
    }

    /** By what a use was paid. */
    public List<Link> paidBy(String use) {
        return links.stream().filter(link -> link.use().equals(use)).toList();
    }

    /** What of a source is still there. */
    public long left(Source source) {
        return Math.subtractExact(source.amount(), sum(became(source.ref())));
    }

    /** What of the uses no source has paid: 0 if all is covered. */
    public long uncovered() {
        var used = 0L;
        var refs = new HashSet<String>();
        for (var use : uses) {
            used = Math.addExact(used, use.amount());
            refs.add(use.ref());
        }
        for (var source : sources) {
            if (refs.contains(source.ref())) used = Math.addExact(used, source.amount());
        }
        return Math.subtractExact(used, sum(links));
    }

    private static long sum(List<Link> links) {
        var sum = 0L;
        for (var link : links) sum = Math.addExact(sum, link.amount());
        return sum;
    }

    /** The state while money is followed. */
    private static final class Tracing {

        private final LineageOrder order;
        private final Currency currency;
        private final Map<Source, Long> there = new LinkedHashMap<>();
        private final List<Use> waiting = new ArrayList<>();
        private final Map<Link, Long> links = new LinkedHashMap<>();

        Tracing(LineageOrder order, Currency currency) {
            this.order = order;
            this.currency = currency;
        }

        void receive(Source source) {
            there.put(source, source.amount());
            var before = List.copyOf(waiting);
            waiting.clear();
            before.forEach(this::use);
        }

        void use(Use use) {
            var own = new ArrayList<Source>();
            there.forEach((source, left) -> {
                if (left > 0 && source.fund().equals(use.fund())) own.add(source);
            });
            if (order == LineageOrder.RESTRICTED_FIRST) {
                own.sort(Comparator.comparing((Source source) -> !source.restricted()));
            }
            var held = 0L;
            for (var source : own) held = Math.addExact(held, left(source));
            var covered = Math.min(held, use.amount());
            if (covered > 0) {
                if (order == LineageOrder.PRO_RATA) {
                    inProportion(use, own, covered);
                } else {
                    inTurn(use, own, covered);
                }
            }
            if (covered < use.amount()) waiting.add(with(use, use.amount() - covered));
        }

        private long left(Source source) {
            return there.getOrDefault(source, 0L);
        }

        private void inTurn(Use use, List<Source> own, long amount) {
            var rest = amount;
            for (var source : own) {
                var taken = Math.min(rest, left(source));
                take(source, use, taken);
                rest -= taken;
            }
        }

        /** By largest remainder, to the minor unit; no share is more than what is left. */
        private void inProportion(Use use, List<Source> own, long amount) {
            var weights = new LinkedHashMap<String, Fraction>();
            for (var at = 0; at < own.size(); at++) {
                weights.put(code(at), Fraction.of(left(own.get(at))));
            }
            var coin = Fraction.of(new Money(currency, 1).toDecimal());
            var document =
                    new RuleDocument(
                            null, null, RuleDocument.Tie.CODE, coin, new Rule.Weights(weights));
            var shares =
                    Allocation.allocate(
                            new Money(currency, amount),
                            document,
                            Parties.of(weights.keySet().toArray(String[]::new)));
            for (var at = 0; at < own.size(); at++) {
                take(own.get(at), use, shares.shares().get(at).share().minorUnits());
            }
        }

        /** So that ties go by date. */
        private static String code(int at) {
            return "%08d".formatted(at);
        }

        private void take(Source source, Use use, long amount) {
            if (amount == 0) return;
            there.merge(source, -amount, Math::addExact);
            links.merge(new Link(source.ref(), use.ref(), 0), amount, Math::addExact);
        }

        List<Link> links() {
            var all = new ArrayList<Link>();
            links.forEach((pair, amount) -> all.add(new Link(pair.source(), pair.use(), amount)));
            return all;
        }
    }
}
