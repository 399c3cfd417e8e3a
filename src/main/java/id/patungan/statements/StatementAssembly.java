package id.patungan.statements;

import id.patungan.basics.Money;
import id.patungan.contributions.Basis;
import id.patungan.contributions.InKind;
import id.patungan.contributions.StatementFact;
import id.patungan.statements.RegionStatement.AccountBalance;
import id.patungan.statements.RegionStatement.Check;
import id.patungan.statements.RegionStatement.Gift;
import id.patungan.statements.RegionStatement.Kind;
import id.patungan.statements.RegionStatement.Movement;
import id.patungan.statements.RegionStatement.Note;
import id.patungan.statements.RegionStatement.Totals;
import id.patungan.statements.StatementMaterial.Posted;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes a statement of what was read, or refuses to.
 *
 * <p>Three things must hold, each to the last minor unit: what an assessment or receipt says of an
 * entry equals that entry's postings; opening + movements = closing on each account; and the
 * closing balance equals the database's own sum over all postings of the party.
 */
final class StatementAssembly {

    private StatementAssembly() {}

    /**
     * The statement.
     *
     * @throws StatementException if it does not tie; nothing may be rendered then
     */
    static RegionStatement assemble(StatementMaterial material) {
        if (material.until().isBefore(material.from())) {
            throw StatementException.periodOrder(material.from(), material.until());
        }
        var facts = new LinkedHashMap<Long, StatementFact>();
        material.facts().forEach(fact -> facts.put(fact.entryNo(), fact));
        var entries = new LinkedHashMap<Long, List<Posted>>();
        material.postings()
                .forEach(posted ->
                        entries.computeIfAbsent(posted.entryNo(), n -> new ArrayList<>())
                                .add(posted));
        requireFactsHavePostings(material, facts, entries);

        var opening = sum(material.opening().values());
        var movements = movements(material, opening, facts, entries);
        var closing = movements.isEmpty() ? opening : movements.getLast().balance();
        requireTies(material, closing);
        return new RegionStatement(
                material.body(),
                material.party(),
                material.from(),
                material.until(),
                material.known(),
                opening,
                movements,
                totals(movements),
                check(movements),
                closing,
                accounts(material),
                material.shares(),
                material.legalBases(),
                notes(material, movements),
                material.signatories(),
                material.remarks(),
                gifts(material),
                StatementUnits.of(material.units()));
    }

    private static List<Movement> movements(
            StatementMaterial material,
            long opening,
            Map<Long, StatementFact> facts,
            Map<Long, List<Posted>> entries) {
        var movements = new ArrayList<Movement>();
        var balance = opening;
        for (var entry : entries.entrySet()) {
            var change = sum(entry.getValue().stream().map(Posted::amount).toList());
            var fact = facts.get(entry.getKey());
            balance = Math.addExact(balance, change);
            if (fact == null) {
                movements.add(ofPostings(entry.getValue(), change, balance));
            } else {
                requireFactTies(material, fact, change);
                movements.add(ofFact(fact, entry.getValue(), balance));
            }
        }
        return movements;
    }

    private static Movement ofFact(StatementFact fact, List<Posted> postings, long balance) {
        var first = postings.getFirst();
        return new Movement(
                first.date(),
                fact.entryNo(),
                fact.documentNo(),
                fact.description(),
                Kind.valueOf(fact.kind().name()),
                fact.period(),
                fact.unit(),
                fact.payerAccount(),
                fact.sp2dNo(),
                fact.charged().minorUnits(),
                fact.gross().minorUnits(),
                fact.deductions().minorUnits(),
                fact.net().minorUnits(),
                balance,
                fact.due(),
                fact.basis(),
                first.reverses(),
                first.reversedBy(),
                fact.instalments());
    }

    /** An entry made by hand: a debit is a charge, a credit a payment, as far as postings tell. */
    private static Movement ofPostings(List<Posted> postings, long change, long balance) {
        var first = postings.getFirst();
        var charged = change > 0 != (first.reverses() != null);
        var charge = charged ? change : 0;
        var gross = charged ? 0 : Math.negateExact(change);
        return new Movement(
                first.date(),
                first.entryNo(),
                first.documentNo(),
                first.description(),
                first.reverses() == null ? Kind.JOURNAL : Kind.CORRECTION,
                joined(postings, Posted::period),
                joined(postings, Posted::unit),
                null,
                null,
                charge,
                gross,
                0,
                gross,
                balance,
                null,
                null,
                first.reverses(),
                first.reversedBy(),
                List.of());
    }

    private static @Nullable String joined(
            List<Posted> postings, Function<Posted, @Nullable String> text) {
        var texts =
                postings.stream()
                        .map(text)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return texts.isEmpty() ? null : String.join(", ", texts);
    }

    private static Totals totals(List<Movement> movements) {
        return new Totals(
                sum(movements.stream().map(Movement::charge).toList()),
                sum(movements.stream().map(Movement::gross).toList()),
                sum(movements.stream().map(Movement::deductions).toList()),
                sum(movements.stream().map(Movement::net).toList()));
    }

    private static Check check(List<Movement> movements) {
        long charged = 0;
        long paid = 0;
        long adjusted = 0;
        for (var movement : movements) {
            switch (movement.kind()) {
                case CHARGE, RECEIPT, IN_KIND, JOURNAL -> {
                    charged = Math.addExact(charged, movement.charge());
                    paid = Math.addExact(paid, movement.gross());
                }
                case APPLICATION, REFUND, CORRECTION ->
                        adjusted =
                                Math.addExact(
                                        adjusted,
                                        Math.subtractExact(movement.charge(), movement.gross()));
            }
        }
        return new Check(charged, paid, adjusted);
    }

    private static List<Gift> gifts(StatementMaterial material) {
        return material.inKind().stream()
                .sorted(Comparator.comparingInt(InKind::number))
                .map(one ->
                        new Gift(
                                Objects.requireNonNull(one.paper()).code(),
                                one.what(),
                                one.from(),
                                one.until(),
                                one.value().minorUnits(),
                                Objects.requireNonNull(one.counted()).minorUnits()))
                .toList();
    }

    private static List<AccountBalance> accounts(StatementMaterial material) {
        return new TreeMap<>(material.closing())
                .entrySet().stream()
                        .map(account -> new AccountBalance(account.getKey(), account.getValue()))
                        .toList();
    }

    private static List<Note> notes(StatementMaterial material, List<Movement> movements) {
        var notes = new LinkedHashSet<>(material.notes());
        movements.stream()
                .map(Movement::basis)
                .filter(Objects::nonNull)
                .map(StatementAssembly::note)
                .forEach(notes::add);
        return List.copyOf(notes);
    }

    private static Note note(Basis basis) {
        return new Note(basis.kind(), basis.note(), basis.note());
    }

    private static void requireFactsHavePostings(
            StatementMaterial material,
            Map<Long, StatementFact> facts,
            Map<Long, List<Posted>> entries) {
        for (var fact : facts.values()) {
            if (!entries.containsKey(fact.entryNo())) {
                requireFactTies(material, fact, 0);
            }
        }
    }

    private static void requireFactTies(
            StatementMaterial material, StatementFact fact, long posted) {
        var stated = Math.subtractExact(fact.charged().minorUnits(), fact.gross().minorUnits());
        var net = Math.subtractExact(fact.gross().minorUnits(), fact.deductions().minorUnits());
        if (stated != posted || net != fact.net().minorUnits()) {
            throw StatementException.factDiffers(
                    material.party(),
                    fact.entryNo(),
                    money(material, stated),
                    money(material, posted));
        }
    }

    private static void requireTies(StatementMaterial material, long closing) {
        var moved = new TreeMap<String, Long>();
        for (var posted : material.postings()) {
            moved.merge(posted.account(), posted.amount(), Math::addExact);
        }
        var accounts = new TreeSet<String>(moved.keySet());
        accounts.addAll(material.opening().keySet());
        accounts.addAll(material.closing().keySet());
        for (var account : accounts) {
            var made =
                    Math.addExact(
                            material.opening().getOrDefault(account, 0L),
                            moved.getOrDefault(account, 0L));
            var ledger = material.closing().getOrDefault(account, 0L);
            if (made != ledger) {
                throw doesNotTie(material, account, made, ledger);
            }
        }
        var ledger = sum(material.closing().values());
        if (closing != ledger) {
            throw doesNotTie(material, String.join("+", accounts), closing, ledger);
        }
    }

    private static StatementException doesNotTie(
            StatementMaterial material, String account, long made, long ledger) {
        return StatementException.doesNotTie(
                material.party(), account, money(material, made), money(material, ledger));
    }

    private static Money money(StatementMaterial material, long minorUnits) {
        return new Money(material.body().currency(), minorUnits);
    }

    private static long sum(Collection<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }
}
