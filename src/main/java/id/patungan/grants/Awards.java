package id.patungan.grants;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.grants.AwardTerms.BudgetLine;
import id.patungan.grants.AwardVersion.State;
import id.patungan.ledger.Books;
import id.patungan.ledger.Fund;
import id.patungan.ledger.Restriction;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The awards of a body: their terms in versions that one person drafts and another approves, and
 * everything that is known about one.
 *
 * <p>Staff and auditors see all awards; a giver, or whoever has a permission for one of its funds,
 * sees its own and no other's, in whatever way it asks.
 */
@Service
public class Awards {

    private static final int LONGEST_REASON = 400;

    private final AwardRepository awards;
    private final AwardMovementRepository movements;
    private final Books books;
    private final Parties parties;
    private final Commands commands;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    Awards(
            AwardRepository awards,
            AwardMovementRepository movements,
            Books books,
            Parties parties,
            Commands commands,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.awards = awards;
        this.movements = movements;
        this.books = books;
        this.parties = parties;
        this.commands = commands;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The awards within reach, by code; a giver sees approved ones. */
    public List<Award> all(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> {
            var reach = access.reach();
            var givers = awards.givers(access.body());
            return awards.awards(access.body(), null).stream()
                    .map(award -> {
                        if (reach.everything()) return Optional.of(award);
                        var giver = givers.get(award.code());
                        var whole = giver != null && reach.parties().contains(giver);
                        return limited(award, whole, reach.funds());
                    })
                    .flatMap(Optional::stream)
                    .toList();
        });
    }

    /** What of an award a giver sees: the terms in force, of the funds that are its own. */
    private static Optional<Award> limited(Award award, boolean whole, Set<FundCode> funds) {
        return award.versions().stream()
                .filter(one -> one.state() == State.APPROVED)
                .findFirst()
                .flatMap(version -> {
                    var seen = new HashSet<String>();
                    for (var fund : version.terms().funds()) {
                        if (whole || funds.contains(new FundCode(fund))) seen.add(fund);
                    }
                    if (seen.isEmpty()) return Optional.empty();
                    var shown =
                            new AwardVersion(
                                    version.award(),
                                    version.version(),
                                    version.state(),
                                    version.terms().limitedTo(seen),
                                    version.preparedBy(),
                                    version.preparedAt(),
                                    version.decidedBy(),
                                    version.decidedAt(),
                                    version.reason());
                    return Optional.of(new Award(award.code(), List.of(shown)));
                });
    }

    /**
     * The award with that code.
     *
     * @throws AwardException not found, also where the viewer does not reach it
     */
    public Award get(Access access, String code) {
        return all(access).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> AwardException.noSuchAward(code));
    }

    /**
     * Everything that is known about an award, as the book stands.
     *
     * @throws AwardException not found, or if no version is approved
     */
    public AwardBook book(Access access, String code) {
        return book(access, code, Long.MAX_VALUE);
    }

    /**
     * The same as it was known at an entry.
     *
     * @param knownAt number of the entry
     */
    public AwardBook book(Access access, String code, long knownAt) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> {
            var terms = get(access, code).inForce();
            var whole = access.reach().everything();
            var seen =
                    movements.movements(access.body(), terms.funds(), whole ? code : null, knownAt);
            return new AwardBook(
                    code,
                    terms,
                    books.get(access.body()).currency(),
                    seen,
                    awards.events(access.body(), code).stream()
                            .filter(one -> whole || concerns(one, seen))
                            .toList(),
                    Math.min(knownAt, movements.head(access.body())));
        });
    }

    /**
     * What is said of a cost, or of a party, that the viewer does not see is not for this viewer.
     */
    private static boolean concerns(AwardEvent event, List<AwardMovement> seen) {
        return switch (event.kind()) {
            case OVERRIDE ->
                    seen.stream()
                            .anyMatch(one -> Objects.equals(one.documentNo(), event.documentNo()));
            case PASS_ON ->
                    seen.stream().anyMatch(one -> one.cost() && event.item().equals(one.party()));
            default -> true;
        };
    }

    /** Today where the body is. */
    public LocalDate today(Access access) {
        return LocalDate.now(clock.withZone(books.get(access.body()).zone()));
    }

    private record Drafted(String award, AwardTerms terms) {}

    private record Decided(String award, int version, boolean approve, @Nullable String reason) {}

    private record Outside(String award, String activity, String nameId, String nameEn) {}

    /**
     * Drafts a version of an award's terms; one that nobody has decided is replaced by it.
     *
     * @param code of the award: 1 to 24 of A-Z 0-9 . -
     * @param key of the command; the same key with the same terms answers the same version
     * @throws AwardException if the terms do not fit the book or what was charged already
     */
    public AwardVersion draft(Access access, String code, AwardTerms terms, String key) {
        access.require(Action.PREPARE);
        if (!code.matches("[A-Z0-9][A-Z0-9.-]{0,23}")) throw AwardException.badCode(code);
        var version =
                once(
                        access,
                        key,
                        new Drafted(code, terms),
                        () -> {
                            requireFit(access, code, terms);
                            var number =
                                    awards.award(access.body(), code)
                                            .map(one -> one.versions().size() + 1)
                                            .orElse(1);
                            awards.insert(
                                    access.body(), code, number, terms, access.handle(), now());
                            audit.record(access, "award.draft", subject(code, number), null, terms);
                            return number;
                        });
        return version(access, code, version);
    }

    private void requireFit(Access access, String code, AwardTerms terms) {
        if (parties.find(access, terms.giver()).isEmpty()) {
            throw AwardException.unknown("giver", terms.giver());
        }
        if (!terms.bankAccount().startsWith("112")
                || books.accounts(access).stream()
                        .noneMatch(one -> one.code().value().equals(terms.bankAccount()))) {
            throw AwardException.unknown("bankAccount", terms.bankAccount());
        }
        for (var other : awards.awards(access.body(), null)) {
            if (other.code().equals(code)) continue;
            for (var fund : other.shown().funds()) {
                if (terms.funds().contains(fund)) {
                    throw AwardException.fundTaken(fund, other.code());
                }
            }
        }
        var wanted = restriction(terms);
        for (var fund : books.funds(access)) {
            if (terms.funds().contains(fund.code().value()) && fund.restriction() != wanted) {
                throw AwardException.fundRestriction(fund.code().value(), wanted.code());
            }
        }
        awards.award(access.body(), code)
                .flatMap(Award::terms)
                .ifPresent(before -> requireSuccession(access, code, before, terms));
    }

    private static Restriction restriction(AwardTerms terms) {
        return terms.conditional() ? Restriction.CONDITIONAL : Restriction.RESTRICTED;
    }

    /** What money has been booked under stays. */
    private void requireSuccession(
            Access access, String code, AwardTerms before, AwardTerms terms) {
        if (!before.giver().equals(terms.giver())
                || before.kind() != terms.kind()
                || !before.currency().equals(terms.currency())
                || before.conditional() != terms.conditional()
                || !terms.funds().containsAll(before.funds())) {
            throw AwardException.fundsStay(code);
        }
        var booked = movements.movements(access.body(), before.funds(), code, Long.MAX_VALUE);
        for (var movement : booked) {
            AwardLineCode.read(movement.awardLine())
                    .filter(one -> one.award().equals(code) && !one.outside())
                    .filter(one -> terms.line(one.line()).isEmpty())
                    .ifPresent(one -> {
                        throw AwardException.codeGone("lines", one.line());
                    });
            var charge = movement.charge();
            if (charge != null
                    && before.tranches().stream().anyMatch(one -> isOf(code, one.code(), charge))
                    && terms.tranches().stream().noneMatch(one -> isOf(code, one.code(), charge))) {
                throw AwardException.codeGone("tranches", charge);
            }
        }
    }

    private static boolean isOf(String award, String item, String charge) {
        return charge.equals(award + "/" + item);
    }

    /**
     * Approves or turns down the newest version; never one's own. Approved, its funds and lines are
     * made known to the book.
     *
     * @param reason needed to turn it down
     * @throws AwardException if it is decided or replaced, one's own, or the reason is missing
     */
    public AwardVersion decide(
            Access access,
            String code,
            int version,
            boolean approve,
            @Nullable String reason,
            String key) {
        access.require(Action.APPROVE);
        var said =
                approve && (reason == null || reason.isBlank())
                        ? null
                        : AwardException.text("reason", reason, LONGEST_REASON);
        once(
                access,
                key,
                new Decided(code, version, approve, said),
                () -> {
                    var found = version(access, code, version);
                    if (found.state() != State.DRAFT) throw AwardException.decided();
                    if (workedOn(access, code)) throw AwardException.ownWork();
                    awards.insertDecision(
                            access.body(), found, approve, said, access.handle(), now());
                    if (approve) makeKnown(access, found);
                    audit.record(
                            access,
                            approve ? "award.approve" : "award.reject",
                            subject(code, version),
                            null,
                            new Decided(code, version, approve, said));
                    return version;
                });
        return version(access, code, version);
    }

    /** Whether the viewer drafted the version that waits, or one that it replaced. */
    private boolean workedOn(Access access, String code) {
        for (var one : get(access, code).versions()) {
            if (one.decidedBy() != null) return false;
            if (one.preparedBy().equals(access.handle())) return true;
        }
        return false;
    }

    /** Whether the viewer may decide about the version that waits, if one does. */
    public boolean mayDecide(Access access, String code) {
        return access.may(Action.APPROVE)
                && get(access, code).waiting().isPresent()
                && !workedOn(access, code);
    }

    private void makeKnown(Access access, AwardVersion version) {
        var terms = version.terms();
        books.addFunds(
                Access.onBehalf(version.preparedBy(), access.body()),
                terms.purposes().stream()
                        .map(purpose ->
                                new Fund(
                                        new FundCode(purpose.fund()),
                                        purpose.nameId(),
                                        purpose.nameEn(),
                                        restriction(terms),
                                        terms.giver(),
                                        new AccountCode(terms.bankAccount()),
                                        true))
                        .toList());
        for (var line : terms.lines()) {
            if (line.activities().isEmpty()) {
                known(access, new AwardLineCode(version.award(), line.code(), null), line, null);
            }
            for (var code : line.activities()) {
                terms.activities().stream()
                        .filter(one -> one.code().equals(code))
                        .forEach(one ->
                                known(
                                        access,
                                        new AwardLineCode(version.award(), line.code(), code),
                                        line,
                                        one));
            }
        }
    }

    private void known(
            Access access,
            AwardLineCode code,
            BudgetLine line,
            AwardTerms.@Nullable Activity activity) {
        books.addAwardLine(
                access.body(),
                code.code(),
                activity == null ? line.nameId() : named(line.nameId(), activity.nameId()),
                activity == null ? line.nameEn() : named(line.nameEn(), activity.nameEn()));
    }

    private static String named(String line, String activity) {
        var name = line + " · " + activity;
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    /**
     * Makes an activity known that the giver's frame does not have, so that what other funds pay
     * for it can be told beside the award; asked again with other names it renames it.
     *
     * @return the code that postings name
     */
    public String outsideActivity(
            Access access, String code, String activity, String nameId, String nameEn) {
        access.require(Action.PREPARE);
        var terms = get(access, code).inForce();
        AwardException.code("activity", activity);
        if (terms.activities().stream().anyMatch(one -> one.code().equals(activity))) {
            throw AwardException.twice("activities", activity);
        }
        var wish =
                new Outside(
                        code,
                        activity,
                        AwardException.text("nameId", nameId, 160),
                        AwardException.text("nameEn", nameEn, 160));
        var line = new AwardLineCode(code, AwardLineCode.OUTSIDE, activity);
        return books.write(
                access.body(),
                () -> {
                    books.addAwardLine(access.body(), line.code(), wish.nameId(), wish.nameEn());
                    audit.record(access, "award.outside-activity", line.code(), null, wish);
                    return line.code();
                });
    }

    private AwardVersion version(Access access, String code, int version) {
        return get(access, code).versions().stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> AwardException.noSuchAward(code + "/" + version));
    }

    private int once(Access access, String key, Object wish, Supplier<Integer> work) {
        return Objects.requireNonNull(
                books.write(
                        access.body(),
                        () -> commands.once(access.body(), key, wish, Integer.class, work)));
    }

    private static String subject(String code, int version) {
        return "award/" + code + "/" + version;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
