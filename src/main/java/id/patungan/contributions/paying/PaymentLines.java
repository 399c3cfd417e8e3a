package id.patungan.contributions.paying;

import id.patungan.basics.Input;
import id.patungan.basics.PartyId;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;
import id.patungan.platform.Reach;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The payment lines of parties, in versions: the newest whose first day has come on the day of
 * issue divides a charge over paying units, and the charge keeps that version. Nothing is assumed:
 * a party without lines is charged as a whole.
 */
@Service
public class PaymentLines {

    /** As the book wants codes. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,31}");

    private static final Reach EVERYTHING = new Reach(true, Set.of(), Set.of());

    private final LinesRepository lines;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    PaymentLines(
            LinesRepository lines,
            Books books,
            Commands commands,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.lines = lines;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The versions of the parties within reach, by party, the newest number first.
     *
     * @param party code of the party; null for all
     * @throws AccessException not found, if the party is not within reach
     */
    public List<LinesVersion> versions(Access access, @Nullable String party) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                lines.versions(
                        access.body(),
                        access.reach(),
                        party == null ? null : within(access, party)));
    }

    /**
     * The paying units of the parties within reach.
     *
     * @param party code of the party; null for all
     * @throws AccessException not found, if the party is not within reach
     */
    public List<PayingUnit> units(Access access, @Nullable String party) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                lines.units(
                        access.body(),
                        access.reach(),
                        party == null ? null : within(access, party)));
    }

    /** The version that would divide a charge of a fund issued on that day. */
    public static Optional<LinesVersion> holding(
            List<LinesVersion> versions, String fund, LocalDate on) {
        return versions.stream()
                .filter(one -> !one.effectiveFrom().isAfter(on))
                .filter(one -> one.fund() == null || fund.equals(one.fund()))
                .max(
                        Comparator.comparing((LinesVersion one) -> one.fund() != null)
                                .thenComparing(LinesVersion::effectiveFrom)
                                .thenComparingInt(LinesVersion::version));
    }

    /**
     * All versions of the book by party, for whoever issues charges; nothing if no party has any.
     */
    public Map<String, List<LinesVersion>> forIssue(Access access) {
        access.require(Action.READ_BOOKS);
        if (!lines.any(access.body())) return Map.of();
        return lines.versions(access.body(), EVERYTHING, null).stream()
                .collect(Collectors.groupingBy(LinesVersion::party));
    }

    /** Whether any party of the book has payment lines. */
    public boolean any(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> lines.any(access.body()));
    }

    /**
     * Adds a version.
     *
     * @param key of the command; the same key with the same wish answers the same version
     * @throws PayingException if the party, a unit or the fund is unknown; nothing is stored then
     */
    public LinesVersion add(Access access, NewPaymentLines wish, String key) {
        access.require(Action.PREPARE);
        var version =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        new Command("payment-lines", wish),
                                        Integer.class,
                                        () -> addOnce(access, wish)));
        return versions(access, wish.party()).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow();
    }

    private record Command(String command, Object request) {}

    private int addOnce(Access access, NewPaymentLines wish) {
        var body = access.body();
        var party =
                lines.party(body, wish.party())
                        .orElseThrow(() -> PayingException.unknownParty(wish.party()));
        var fund = wish.fund();
        if (fund != null && !lines.hasFund(body, fund.value())) {
            throw PayingException.unknownFund(fund.value());
        }
        var known =
                lines.units(body, EVERYTHING, party).stream()
                        .map(PayingUnit::code)
                        .collect(Collectors.toSet());
        for (var line : wish.lines()) {
            if (!known.contains(line.unit())) {
                throw PayingException.unknownUnit(line.unit(), wish.party());
            }
        }
        var version = lines.nextVersion(body, party);
        lines.insert(
                body,
                party,
                version,
                wish,
                access.handle(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(access, "payment-lines.add", wish.party() + "/" + version, null, wish);
        return version;
    }

    /**
     * Makes a paying unit of a party known; again with another name renames it.
     *
     * @throws id.patungan.basics.DomainException if the party is unknown, or the code is no code or
     *     another party's unit
     */
    public PayingUnit addUnit(Access access, String party, String code, String name) {
        access.require(Action.PREPARE);
        var there = code.strip();
        var called = PayingException.optional("unitName", name, 200);
        if (there.isEmpty()) throw PayingException.missing("unitCode");
        if (called == null) throw PayingException.missing("unitName");
        if (!CODE.matcher(there).matches()) throw PayingException.unitCode(there);
        return books.write(
                access.body(),
                () -> {
                    if (lines.party(access.body(), party).isEmpty()) {
                        throw PayingException.unknownParty(party);
                    }
                    var unit = new PayingUnit(party, there, called);
                    Input.read(
                            "unitName",
                            () -> {
                                books.addUnit(access.body(), party, there, called);
                                return unit;
                            });
                    audit.record(access, "paying-unit.set", there, null, unit);
                    return unit;
                });
    }

    /** Today in the body's zone. */
    LocalDate today(Access access) {
        return LocalDate.now(clock.withZone(books.get(access.body()).zone()));
    }

    private PartyId within(Access access, String party) {
        var found = lines.party(access.body(), party);
        if (found.isEmpty()
                || !(access.reach().everything()
                        || access.reach().parties().contains(found.get()))) {
            throw AccessException.nothingHere("party");
        }
        return found.get();
    }
}
