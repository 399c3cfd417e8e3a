package id.patungan.contributions;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.Parties.Party;
import id.patungan.allocation.PartiesFile;
import id.patungan.allocation.Rule;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.RuleFile;
import id.patungan.allocation.Shares;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.contributions.rules.LegalGround;
import id.patungan.contributions.rules.RuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Indicators;
import id.patungan.parties.Member;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Works out who pays what: gathers the figures, then calculates; stores nothing. */
@Service
public class Sharing {

    /** The figure under which a sheet keeps what rounding gave a party before. */
    static final String TIE_HISTORY = "tie_history";

    private final Books books;
    private final Parties parties;
    private final Members members;
    private final Indicators indicators;
    private final Agreements agreements;
    private final RoundingHistory history;
    private final FormerMembers former;
    private final Rules rules;

    Sharing(
            Books books,
            Parties parties,
            Members members,
            Indicators indicators,
            Agreements agreements,
            RoundingHistory history,
            FormerMembers former,
            Rules rules) {
        this.books = books;
        this.parties = parties;
        this.members = members;
        this.indicators = indicators;
        this.agreements = agreements;
        this.history = history;
        this.former = former;
        this.rules = rules;
    }

    /**
     * The division that the wish asks for.
     *
     * @throws id.patungan.basics.DomainException if there is no rule, or it cannot be applied
     */
    Calculation calculate(Access access, NewAssessment wish) {
        requireReadable(access, wish);
        var version = version(access, wish);
        var text = version == null ? wish.rule() : version.text();
        if (text == null || text.isBlank()) {
            throw ContributionsException.noRule();
        }
        var document = RuleFile.read("rule", text).document();
        var payers = payers(access, wish);
        var figures = new LinkedHashMap<String, Map<String, Sheet.Figure>>();
        var year = wish.indicatorYear() == null ? wish.year() : wish.indicatorYear();
        var sharing =
                wish.figures() == null
                        ? registered(access, document, wish.date(), payers.sharing(), year, figures)
                        : given(wish.figures(), figures);
        var known = parties.byCodes(access, codes(sharing));
        requireKnown(known, sharing);
        var total = wish.total();
        var shares =
                total == null
                        ? Allocation.charge(books.get(access.body()).currency(), document, sharing)
                        : Allocation.allocate(total, document, sharing);
        if (shares.total().minorUnits() <= 0) {
            throw ContributionsException.notPositive("total", shares.total());
        }
        var parts = new ArrayList<Calculation.Part>();
        for (var share : shares.shares()) {
            var party = known.get(share.party());
            if (party == null) throw ContributionsException.unknownParty(share.party());
            parts.add(
                    new Calculation.Part(
                            party.id(),
                            party.code(),
                            party.name(),
                            payers.asMembers().contains(party.code()),
                            wish.units().get(party.code()),
                            wish.shareBasis().get(party.code()),
                            share));
        }
        requireChargeable(wish, payers, parts);
        var reference = version == null ? null : version.reference();
        return new Calculation(
                text,
                reference,
                ground(wish, version),
                shares,
                Sheets.sheet(
                        wish.figures() == null ? (Integer) year : null,
                        reference,
                        shares,
                        parts,
                        figures),
                parts);
    }

    /**
     * An assessment divided again by its frozen rule among its frozen parties: with the body's
     * indicators of the frozen year as they are now, or with a corrected table where one was given.
     *
     * @throws id.patungan.basics.DomainException if a figure is missing, or the parties are others
     */
    Calculation again(
            Access access,
            AssessmentRepository.Header header,
            Sheet frozen,
            @Nullable String table) {
        var code = header.paper().code();
        var document = RuleFile.read("rule", header.frozen().rule()).document();
        var figures = new LinkedHashMap<String, Map<String, Sheet.Figure>>();
        var year = frozen.indicatorYear();
        if (year != null && table != null) {
            throw ContributionsException.figuresRegistered(code, year);
        }
        var sharing =
                year == null
                        ? corrected(code, frozen, table, figures)
                        : asNow(access, frozen, document.rule(), year, figures);
        var shares =
                document.rule().ownTotal()
                        ? Allocation.charge(header.total().currency(), document, sharing)
                        : Allocation.allocate(header.total(), document, sharing);
        var known = parties.byCodes(access, codes(sharing));
        var parts = new ArrayList<Calculation.Part>();
        for (var share : shares.shares()) {
            var party = known.get(share.party());
            if (party == null) throw ContributionsException.unknownParty(share.party());
            if (share.share().isNegative()) {
                throw ContributionsException.negativeShare(share.party(), share.share());
            }
            var member = member(frozen, party.code());
            if (header.kind().ofMembers() && !member && !share.share().isZero()) {
                throw ContributionsException.notMember(party.code(), header.paper().date());
            }
            parts.add(
                    new Calculation.Part(
                            party.id(), party.code(), party.name(), member, null, null, share));
        }
        return new Calculation(
                header.frozen().rule(),
                header.rule(),
                header.legalBasis(),
                shares,
                Sheets.sheet(year, header.rule(), shares, parts, figures),
                parts);
    }

    private static boolean member(Sheet frozen, String party) {
        return frozen.rows().stream().anyMatch(row -> row.party().equals(party) && row.member());
    }

    /** The parties of a corrected table, who must be those of the frozen one. */
    private static id.patungan.allocation.Parties corrected(
            String code,
            Sheet frozen,
            @Nullable String table,
            Map<String, Map<String, Sheet.Figure>> figures) {
        if (table == null || table.isBlank()) {
            throw ContributionsException.noLaterTable(code);
        }
        var sharing = given(table, figures);
        var before = frozen.rows().stream().map(Sheet.Row::party).toList();
        if (!new TreeSet<>(before).equals(new TreeSet<>(codes(sharing)))) {
            throw ContributionsException.otherParties(
                    code, String.join(", ", new TreeSet<>(before)));
        }
        return sharing;
    }

    /** The frozen parties with the body's indicators as they are now; ties as they fell then. */
    private id.patungan.allocation.Parties asNow(
            Access access,
            Sheet frozen,
            Rule rule,
            int year,
            Map<String, Map<String, Sheet.Figure>> figures) {
        var codes = frozen.rows().stream().map(Sheet.Row::party).toList();
        var exact = new LinkedHashMap<String, Map<String, Fraction>>();
        indicators(access, rule, codes, year, exact, figures);
        var sharing = new ArrayList<Party>();
        for (var row : frozen.rows()) {
            var ties = row.figures().get(TIE_HISTORY);
            if (ties != null) {
                figures.computeIfAbsent(row.party(), key -> new LinkedHashMap<>())
                        .put(TIE_HISTORY, ties);
            }
            sharing.add(
                    new Party(
                            row.party(),
                            row.name(),
                            exact.getOrDefault(row.party(), Map.of()),
                            Map.of(),
                            ties == null ? null : Long.valueOf(ties.value())));
        }
        return new id.patungan.allocation.Parties(sharing);
    }

    /** The body's figures of a year, exact and as they are shown. */
    private void indicators(
            Access access,
            Rule rule,
            Collection<String> codes,
            int year,
            Map<String, Map<String, Fraction>> exact,
            Map<String, Map<String, Sheet.Figure>> figures) {
        for (var indicator : Named.indicators(rule)) {
            indicators
                    .values(access, codes, indicator, year)
                    .forEach((code, value) -> {
                        exact.computeIfAbsent(code, key -> new LinkedHashMap<>())
                                .put(indicator, Fraction.of(value.value()));
                        figures.computeIfAbsent(code, key -> new LinkedHashMap<>())
                                .put(indicator, Sheet.Figure.of(value));
                    });
        }
    }

    /** The version of a rule of the body that divides; null for a rule of its own. */
    private @Nullable RuleVersion version(Access access, NewAssessment wish) {
        var code = wish.ruleCode();
        if (code == null || code.isBlank()) return null;
        var text = wish.rule();
        if (text != null && !text.isBlank()) {
            throw ContributionsException.ruleTwice(code);
        }
        return rules.inForce(access, code, wish.date());
    }

    /** What was said, else what the rule rests on. */
    private static @Nullable LegalBasis ground(NewAssessment wish, @Nullable RuleVersion version) {
        return wish.legalBasis() != null || version == null
                ? wish.legalBasis()
                : new LegalBasis(version.agreement(), version.article());
    }

    /**
     * The ground on which the division may be charged.
     *
     * @param approved whether another person has approved something else than a rule
     * @throws ContributionsException if there is none, or the body charges by approved rules only
     */
    LegalGround ground(
            Access access, NewAssessment wish, Calculation calculation, boolean approved) {
        if (!approved
                && calculation.reference() == null
                && books.get(access.body()).approvalRequired()) {
            throw ContributionsException.ruleNotApproved();
        }
        var basis = calculation.ground();
        if (basis == null || basis.agreement().isBlank() || basis.article().isBlank()) {
            throw ContributionsException.noLegalBasis();
        }
        return LegalGround.of(
                agreements.get(access, basis.agreement()), basis.article(), wish.date());
    }

    private void requireReadable(Access access, NewAssessment wish) {
        var book = books.get(access.body()).currency();
        var total = wish.total();
        if (total != null && !total.currency().equals(book)) {
            throw ContributionsException.otherCurrency(
                    total.currency().getCurrencyCode(), book.getCurrencyCode());
        }
        if (total != null && total.minorUnits() <= 0) {
            throw ContributionsException.notPositive("total", total);
        }
        if (wish.due().isBefore(wish.date())) {
            throw ContributionsException.dueBeforeDate(wish.due(), wish.date());
        }
        if (wish.kind() == NewAssessment.Kind.PROJECT && wish.project() == null) {
            throw ContributionsException.noProject();
        }
        var project = wish.project();
        if (wish.kind() != NewAssessment.Kind.PROJECT && project != null) {
            throw ContributionsException.projectOfDues(project);
        }
        if (wish.kind() == NewAssessment.Kind.FINE && wish.year() > wish.date().getYear()) {
            throw ContributionsException.fineAhead(wish.year(), wish.date());
        }
    }

    private static void requireChargeable(
            NewAssessment wish, Payers known, List<Calculation.Part> parts) {
        var payers = new TreeSet<String>();
        for (var part : parts) {
            Money share = part.share().share();
            if (share.isNegative()) {
                throw ContributionsException.negativeShare(part.party(), share);
            }
            if (share.isZero()) continue;
            payers.add(part.party());
            var leaver = known.free().get(part.party());
            if (leaver != null) {
                throw ContributionsException.paysNoMore(
                        part.party(), leaver.paysUntil(), wish.year());
            }
            if (wish.kind().ofMembers() && !part.member()) {
                throw ContributionsException.notMember(part.party(), wish.date());
            }
        }
        var named = new TreeSet<>(wish.shareBasis().keySet());
        named.addAll(wish.units().keySet());
        for (var party : named) {
            if (!payers.contains(party)) {
                throw ContributionsException.basisOfNobody(party);
            }
        }
    }

    /**
     * What a rule divides by: the members of a day and whom the rule names, with the body's figures
     * of a year, and what rounding gave them so far if the rule asks for it. Stores nothing.
     *
     * @throws id.patungan.basics.DomainException if there is nobody, or somebody is not known
     */
    public Gathered gather(Access access, RuleDocument document, LocalDate on, int year) {
        access.require(Action.READ_BOOKS);
        var onDay = onDay(access, on);
        var figures = new LinkedHashMap<String, Map<String, Sheet.Figure>>();
        var sharing = registered(access, document, on, onDay.sequencedKeySet(), year, figures);
        requireKnown(parties.byCodes(access, codes(sharing)), sharing);
        return new Gathered(sharing, figures, onDay.keySet());
    }

    /**
     * The same among these, whoever is a member on the day.
     *
     * @param codes of those who share, beside whom the rule names
     */
    public Gathered gather(
            Access access,
            RuleDocument document,
            SequencedSet<String> codes,
            LocalDate on,
            int year) {
        access.require(Action.READ_BOOKS);
        var figures = new LinkedHashMap<String, Map<String, Sheet.Figure>>();
        var sharing = registered(access, document, on, codes, year, figures);
        requireKnown(parties.byCodes(access, codes(sharing)), sharing);
        return new Gathered(sharing, figures, Set.copyOf(codes));
    }

    /**
     * The parties of a division, before it is made.
     *
     * @param figures by party and indicator: each with its source
     * @param members codes of those who are members
     */
    public record Gathered(
            id.patungan.allocation.Parties parties,
            Map<String, Map<String, Sheet.Figure>> figures,
            Set<String> members) {

        /** Takes copies. */
        public Gathered {
            figures = Map.copyOf(figures);
            members = Set.copyOf(members);
        }
    }

    /** The members of a day by code, with their names. */
    private SequencedMap<String, String> onDay(Access access, LocalDate day) {
        return members.on(access, day).stream()
                .collect(
                        Collectors.toMap(
                                Member::code,
                                Member::name,
                                (first, second) -> first,
                                LinkedHashMap::new));
    }

    /**
     * Who pays.
     *
     * @param sharing by code: those among whom a rule divides that names nobody
     * @param asMembers those who pay as members do
     * @param free who has left, or will have, before the year that is charged
     */
    private record Payers(
            SequencedSet<String> sharing,
            Set<String> asMembers,
            Map<String, FormerMembers.Leaver> free) {}

    /**
     * The members of the date; of dues also those who have left and pay for the year by their
     * agreement, and not those who by then pay no more. What has been agreed about a leaver counts
     * only for dues and levies.
     */
    private Payers payers(Access access, NewAssessment wish) {
        var onDay = onDay(access, wish.date()).keySet();
        if (!wish.kind().ofMembers()) {
            return new Payers(new TreeSet<>(onDay), onDay, Map.of());
        }
        var leavers = former.leavers(access);
        var asMembers = new TreeSet<>(onDay);
        var sharing = new TreeSet<>(onDay);
        var free = new HashMap<String, FormerMembers.Leaver>();
        leavers.forEach((code, leaver) -> {
            if (leaver.paysIn(wish.year())) {
                asMembers.add(code);
                if (wish.kind() == NewAssessment.Kind.DUES) sharing.add(code);
            } else if (wish.kind() == NewAssessment.Kind.DUES || !onDay.contains(code)) {
                free.put(code, leaver);
                sharing.remove(code);
            }
        });
        return new Payers(sharing, asMembers, free);
    }

    private static void requireKnown(Map<String, ?> known, id.patungan.allocation.Parties sharing) {
        for (var party : sharing.all()) {
            if (!known.containsKey(party.code())) {
                throw ContributionsException.unknownParty(party.code());
            }
        }
    }

    /** The members of the day and whom the rule names, with the body's indicators of the year. */
    private id.patungan.allocation.Parties registered(
            Access access,
            RuleDocument document,
            LocalDate day,
            SequencedSet<String> onDay,
            int year,
            Map<String, Map<String, Sheet.Figure>> figures) {
        var rule = document.rule();
        var codes = new LinkedHashSet<>(onDay);
        codes.addAll(Named.parties(rule));
        if (codes.isEmpty()) {
            throw ContributionsException.noMembers(day);
        }
        var favours =
                document.tie() == RuleDocument.Tie.HISTORY
                        ? history.units(access.body(), codes)
                        : Map.<String, Long>of();
        favours.forEach((code, units) ->
                figures.computeIfAbsent(code, key -> new LinkedHashMap<>())
                        .put(TIE_HISTORY, favour(units)));
        var exact = new LinkedHashMap<String, Map<String, Fraction>>();
        indicators(access, rule, codes, year, exact, figures);
        var known = parties.byCodes(access, codes);
        return new id.patungan.allocation.Parties(
                codes.stream()
                        .map(code -> {
                            var party = known.get(code);
                            return new Party(
                                    code,
                                    party == null ? code : party.name(),
                                    exact.getOrDefault(code, Map.of()),
                                    Map.of(),
                                    favours.get(code));
                        })
                        .toList());
    }

    /** The parties of a table that was given. */
    private static id.patungan.allocation.Parties given(
            String table, Map<String, Map<String, Sheet.Figure>> figures) {
        var read = PartiesFile.read("figures", table);
        for (var party : read.all()) {
            var own = new LinkedHashMap<String, Sheet.Figure>();
            party.figures()
                    .forEach((name, value) ->
                            own.put(name, Sheet.Figure.given(value.toShortText())));
            var units = party.tieHistory();
            if (units != null) {
                own.put(TIE_HISTORY, favour(units));
            }
            party.words().forEach((name, word) -> own.put(name, Sheet.Figure.given(word)));
            figures.put(party.code(), own);
        }
        return read;
    }

    private static Sheet.Figure favour(long units) {
        return Sheet.Figure.given(Long.toString(units));
    }

    private static List<String> codes(id.patungan.allocation.Parties parties) {
        return parties.all().stream().map(Party::code).toList();
    }

    /**
     * Splits what is earned over what each charge still has deferred, in the smallest unit of the
     * currency: in the proportions of the assessment, never more than is left, and exactly what is
     * left when all of it is earned.
     *
     * @param left by charge, in minor units, each more than zero
     */
    static Map<String, Money> earn(Money amount, Map<String, Long> left) {
        var weights = new LinkedHashMap<String, Fraction>();
        left.forEach((charge, minorUnits) -> weights.put(charge, Fraction.of(minorUnits)));
        var unit = Fraction.of(Money.zero(amount.currency()).toDecimal().ulp());
        var document =
                new RuleDocument(
                        null, null, RuleDocument.Tie.CODE, unit, new Rule.Weights(weights));
        var charges = left.keySet().toArray(String[]::new);
        var shares =
                Allocation.allocate(amount, document, id.patungan.allocation.Parties.of(charges));
        return shares.shares().stream()
                .collect(
                        Collectors.toMap(
                                Shares.Share::party,
                                Shares.Share::share,
                                Money::plus,
                                LinkedHashMap::new));
    }
}
