package id.patungan.contributions;

import id.patungan.contributions.OpenItemRepository.As;
import id.patungan.contributions.UnitPartRepository.Divided;
import id.patungan.contributions.UnitPartRepository.Moved;
import id.patungan.contributions.UnitPartRepository.Paid;
import id.patungan.contributions.UnitPartRepository.Which;
import id.patungan.contributions.UnitSplit.Part;
import id.patungan.contributions.paying.LinesVersion;
import id.patungan.contributions.paying.PaymentLines;
import id.patungan.ledger.Books;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Carries the paying unit into every entry about a charge: what a party's payment lines divide when
 * it is charged, and what is left of each part when it is settled. One place for all papers, since
 * all of them are posted by {@link Papers}. An entry about charges without payment lines is posted
 * as it is.
 */
@Component
class UnitParts {

    private final PaymentLines lines;
    private final UnitPartRepository parts;
    private final Books books;

    UnitParts(PaymentLines lines, UnitPartRepository parts, Books books) {
        this.lines = lines;
        this.parts = parts;
        this.books = books;
    }

    /**
     * An entry with its units.
     *
     * @param begun charges that it divides for the first time
     */
    record Carried(NewEntry entry, List<Divided> begun) {}

    /** The entry with one line per charge and paying unit where payment lines say so. */
    Carried carry(Access access, NewEntry entry) {
        var named = named(entry);
        var versions =
                named.isEmpty() ? Map.<String, List<LinesVersion>>of() : lines.forIssue(access);
        if (versions.isEmpty()) return new Carried(entry, List.of());
        var divided = parts.divided(access.body(), Which.of(named));
        var standing = standing(access, versions, divided, entry.date());
        var fresh = fresh(access, entry, named, divided);
        var begun = new ArrayList<Divided>();
        var postings = new ArrayList<NewPosting>();
        var split =
                new UnitSplit(
                        books.get(access.body()).currency(),
                        entry.kind(),
                        divided.isEmpty() ? null : payer(access, entry),
                        standing,
                        paid(access, entry, divided));
        for (var posting : entry.postings()) {
            var charge = posting.charge();
            if (charge != null && fresh.contains(charge) && isReceivable(posting)) {
                var version = version(versions, posting, entry.date());
                if (version != null) {
                    begun.add(new Divided(charge, version.partyId().value(), version.version()));
                    postings.addAll(split.begin(posting, version));
                    continue;
                }
            }
            postings.addAll(split.of(posting));
        }
        if (postings.equals(entry.postings())) return new Carried(entry, begun);
        return new Carried(
                new NewEntry(
                        entry.date(),
                        entry.kind(),
                        entry.description(),
                        entry.sourceKey(),
                        entry.documentNo(),
                        postings),
                begun);
    }

    /** Keeps by which lines charges were divided. */
    void keep(Access access, Carried carried) {
        parts.insert(access.body(), carried.begun());
    }

    /** The unit whose prepayment an entry uses; null if it uses none, or none is known. */
    private @Nullable String payer(Access access, NewEntry entry) {
        for (var posting : entry.postings()) {
            var receipt = posting.charge();
            if (receipt != null
                    && posting.account().equals(Entries.PREPAID)
                    && posting.amount() > 0) {
                return parts.payer(access.body(), receipt);
            }
        }
        return null;
    }

    /** Whose money has settled which parts; needed where an entry gives some of it back. */
    private List<Paid> paid(Access access, NewEntry entry, Map<String, Divided> divided) {
        var back = entry.postings().stream().anyMatch(UnitSplit::givesBack);
        return back && !divided.isEmpty()
                ? parts.paid(access.body(), Which.of(divided.keySet()))
                : List.of();
    }

    /** The charges that an entry moves or gives back. */
    private static Set<String> named(NewEntry entry) {
        var named = new LinkedHashSet<String>();
        for (var posting : entry.postings()) {
            var charge = UnitSplit.chargeOf(posting);
            if (charge != null) named.add(charge);
        }
        return named;
    }

    /** Those charged for the first time: all of an assessment, and what had no share in it. */
    private Set<String> fresh(
            Access access, NewEntry entry, Set<String> named, Map<String, Divided> divided) {
        var unknown = new LinkedHashSet<>(named);
        unknown.removeAll(divided.keySet());
        if (!unknown.isEmpty() && !entry.kind().equals("assessment")) {
            unknown.removeAll(parts.charged(access.body(), unknown));
        }
        return unknown;
    }

    static boolean isReceivable(NewPosting posting) {
        return posting.account().equals(Entries.DUES_RECEIVABLE)
                || posting.account().equals(Entries.PROJECT_RECEIVABLE);
    }

    private static @Nullable LinesVersion version(
            Map<String, List<LinesVersion>> versions, NewPosting posting, LocalDate on) {
        var party = posting.party();
        if (party == null || posting.unit() != null || posting.amount() < 0) return null;
        return PaymentLines.holding(
                        versions.getOrDefault(party, List.of()), posting.fund().value(), on)
                .orElse(null);
    }

    /** The parts of divided charges as they stand, in the order of the lines. */
    private Map<String, List<Part>> standing(
            Access access,
            Map<String, List<LinesVersion>> versions,
            Map<String, Divided> divided,
            LocalDate date) {
        if (divided.isEmpty()) return Map.of();
        var moved =
                parts.moved(access.body(), Which.of(divided.keySet()), As.now(date)).stream()
                        .collect(Collectors.groupingBy(Moved::charge));
        var standing = new HashMap<String, List<Part>>();
        divided.forEach((charge, one) -> {
            var version = version(versions, charge, one);
            standing.put(charge, parts(version, moved.getOrDefault(charge, List.of()), date));
        });
        return standing;
    }

    private static LinesVersion version(
            Map<String, List<LinesVersion>> versions, String charge, Divided divided) {
        var party = charge.substring(charge.indexOf('/') + 1);
        return versions.getOrDefault(party, List.of()).stream()
                .filter(one -> one.version() == divided.version())
                .findFirst()
                .orElseThrow();
    }

    private static List<Part> parts(LinesVersion version, Collection<Moved> moved, LocalDate date) {
        var byUnit = new LinkedHashMap<String, List<Moved>>();
        version.lines().forEach(line -> byUnit.put(line.unit(), new ArrayList<>()));
        for (var one : moved) {
            var unit = one.unit();
            if (unit != null) byUnit.computeIfAbsent(unit, code -> new ArrayList<>()).add(one);
        }
        return byUnit.entrySet().stream()
                .map(unit -> new Part(version, unit.getKey(), unit.getValue(), date))
                .toList();
    }

    /**
     * Whether a paper's entry can be undone as far as units go: what it charged to a unit must
     * still be open there on that day and after.
     *
     * @throws ContributionsException naming charge and unit
     */
    void requireOpen(Access access, Paper paper, LocalDate on) {
        var debits = parts.debits(access.body(), paper.entryNo());
        if (debits.isEmpty()) return;
        var charges = debits.stream().map(Moved::charge).distinct().toList();
        var moved = parts.moved(access.body(), Which.of(charges), As.now(on));
        for (var debit : debits) {
            var own =
                    moved.stream()
                            .filter(one -> one.charge().equals(debit.charge()))
                            .filter(one -> debit.unit() != null && debit.unit().equals(one.unit()))
                            .toList();
            if (least(own, on) < debit.open()) {
                throw ContributionsException.unitHasPaid(
                        paper.code(), debit.charge(), String.valueOf(debit.unit()));
            }
        }
    }

    /** The least that is open on any day from then on. */
    static long least(Collection<Moved> moved, LocalDate from) {
        var days = new TreeMap<LocalDate, Long>(Comparator.naturalOrder());
        moved.forEach(one -> days.merge(one.date(), one.open(), Math::addExact));
        var open = 0L;
        var before = 0L;
        var least = Long.MAX_VALUE;
        for (var day : days.entrySet()) {
            open = Math.addExact(open, day.getValue());
            if (day.getKey().isAfter(from)) least = Math.min(least, open);
            else before = open;
        }
        return Math.min(least, before);
    }
}
