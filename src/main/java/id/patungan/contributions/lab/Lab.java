package id.patungan.contributions.lab;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.Parties;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.RuleFile;
import id.patungan.allocation.Shares;
import id.patungan.allocation.TraceStep;
import id.patungan.basics.DomainException;
import id.patungan.basics.Money;
import id.patungan.contributions.IssuedDivisions;
import id.patungan.contributions.Sharing;
import id.patungan.contributions.Sharing.Gathered;
import id.patungan.contributions.Sheet;
import id.patungan.contributions.lab.Comparison.Against;
import id.patungan.contributions.lab.Comparison.Line;
import id.patungan.contributions.lab.Comparison.Note;
import id.patungan.contributions.lab.Comparison.Ruled;
import id.patungan.contributions.lab.Comparison.Share;
import id.patungan.contributions.lab.Comparison.Sharer;
import id.patungan.contributions.lab.NewComparison.Candidate;
import id.patungan.contributions.rules.RuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.ledger.Books;
import id.patungan.parties.IndicatorValue;
import id.patungan.parties.Indicators;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rules side by side on the same total and day: who pays what, who would pay more or less, what a
 * changed figure does, and a way from the old rule to the new one. Stores and posts nothing; {@link
 * LabPapers} saves what it answers.
 */
@Service
public class Lab {

    private final Rules rules;
    private final Sharing sharing;
    private final IssuedDivisions divisions;
    private final Indicators indicators;
    private final Books books;
    private final Transactions transactions;
    private final Refused refused;
    private final Changes changes;
    private final Ramps ramps;

    Lab(
            Rules rules,
            Sharing sharing,
            IssuedDivisions divisions,
            Indicators indicators,
            Books books,
            Transactions transactions,
            Refused refused,
            Changes changes,
            Ramps ramps) {
        this.rules = rules;
        this.sharing = sharing;
        this.divisions = divisions;
        this.indicators = indicators;
        this.books = books;
        this.transactions = transactions;
        this.refused = refused;
        this.changes = changes;
        this.ramps = ramps;
    }

    /**
     * The comparison; what one rule cannot do is said beside what the others can.
     *
     * @throws DomainException if the wish makes no sense: no such rule, party or assessment
     */
    public Comparison compare(Access access, NewComparison wish) {
        access.require(Action.READ_BOOKS);
        return transactions.read(() -> compared(access, wish));
    }

    private Comparison compared(Access access, NewComparison wish) {
        var book = books.get(access.body()).currency();
        if (!wish.total().currency().equals(book)) {
            throw LabException.otherCurrency(
                    wish.total().currency().getCurrencyCode(), book.getCurrencyCode());
        }
        var trials = new ArrayList<Trial>();
        for (var at = 0; at < wish.rules().size(); at++) {
            trials.add(trial(access, wish, wish.rules().get(at), at + 1));
        }
        var names = new TreeMap<String, String>();
        var members = new HashSet<String>();
        for (var trial : trials) {
            if (trial.gathered() != null) {
                trial.gathered()
                        .parties()
                        .all()
                        .forEach(party -> names.put(party.code(), party.name()));
                members.addAll(trial.gathered().members());
            }
        }
        var ruled = trials.stream().map(this::ruled).toList();
        var against = against(access, wish, ruled, names);
        var heads = indicators.values(access, names.keySet(), Indicators.POPULATION, wish.year());
        var parties =
                names.entrySet().stream()
                        .map(party ->
                                new Sharer(
                                        party.getKey(),
                                        party.getValue(),
                                        members.contains(party.getKey()),
                                        figure(heads.get(party.getKey()))))
                        .toList();
        return new Comparison(
                text(wish.total()),
                wish.total().currency().getCurrencyCode(),
                wish.year(),
                wish.on().toString(),
                parties,
                ruled,
                against,
                wish.change() == null ? null : changes.changed(wish, wish.change(), trials),
                wish.ramp() == null ? null : ramps.ramp(access, wish.ramp(), trials));
    }

    private Trial trial(Access access, NewComparison wish, Candidate candidate, int place) {
        var version = version(access, wish, candidate);
        var text = version == null ? candidate.text() : version.text();
        if (text == null || text.isBlank()) {
            throw LabException.noRule(place);
        }
        var figuresOf = candidate.figuresOf() == null ? wish.year() : candidate.figuresOf();
        RuleDocument document = null;
        Gathered gathered = null;
        try {
            document = RuleFile.read("rule", text).document();
            gathered = sharing.gather(access, document, wish.on(), figuresOf);
            var shares = divide(wish.total(), document, gathered.parties());
            return new Trial(version, text, figuresOf, document, gathered, shares, null);
        } catch (DomainException refusal) {
            return new Trial(version, text, figuresOf, document, gathered, null, refusal);
        }
    }

    private @Nullable RuleVersion version(Access access, NewComparison wish, Candidate candidate) {
        if (candidate.rule() == null) {
            return null;
        }
        var number = candidate.version();
        if (number != null) {
            return rules.version(access, candidate.rule(), number);
        }
        var rule = rules.get(access, candidate.rule());
        return rule.inForce(wish.on()).orElseGet(rule::newest);
    }

    /** A rule with a total of its own is not asked to divide another. */
    static Shares divide(Money total, RuleDocument document, Parties parties) {
        return document.rule().ownTotal()
                ? Allocation.charge(total.currency(), document, parties)
                : Allocation.allocate(total, document, parties);
    }

    private Ruled ruled(Trial trial) {
        var version = trial.version();
        var shares = trial.shares();
        var document = trial.document();
        var name = document == null ? null : document.name();
        return new Ruled(
                version != null ? version.name() : name == null ? "" : name,
                version == null ? null : version.rule() + "/" + version.version(),
                version == null ? null : version.state().code(),
                trial.text(),
                trial.figuresOf(),
                trial.gathered() == null ? Map.of() : trial.gathered().figures(),
                shares == null ? null : text(shares.total()),
                shares == null ? List.of() : shares(shares),
                shares == null ? List.of() : notes(shares),
                trial.refusal() == null ? List.of() : refused.words(trial.refusal()));
    }

    private Against against(
            Access access, NewComparison wish, List<Ruled> ruled, Map<String, String> names) {
        if (wish.against() == null) {
            var first = ruled.getFirst();
            return new Against(null, first.name(), null, null, byParty(first.shares()));
        }
        var standing = divisions.asItStands(access, wish.against());
        var issued = standing.issued();
        if (issued.paper().reversal() != null) {
            throw LabException.notStanding(issued.code());
        }
        var shares = new TreeMap<String, String>();
        for (var share : standing.shares()) {
            shares.put(share.party(), text(share.share()));
            names.putIfAbsent(share.party(), share.name());
        }
        return new Against(
                issued.code(),
                issued.paper().description(),
                issued.year(),
                standing.later(),
                shares);
    }

    private static Map<String, String> byParty(List<Share> shares) {
        var byParty = new TreeMap<String, String>();
        shares.forEach(share -> byParty.put(share.party(), share.share()));
        return byParty;
    }

    private static List<Note> notes(Shares shares) {
        return shares.trace().stream()
                .filter(step -> step.step().mark() != TraceStep.Mark.NONE)
                .map(step ->
                        new Note(
                                step.step().code(),
                                step.step().mark().code(),
                                step.arguments().stream().map(Object::toString).toList(),
                                step.lines().stream().map(Lab::line).toList()))
                .toList();
    }

    private static Line line(TraceStep.Line line) {
        var figure = line.figure();
        return new Line(
                line.party(), figure == null ? null : figure.toString(), line.result().toString());
    }

    private static Sheet.@Nullable Figure figure(@Nullable IndicatorValue value) {
        return value == null ? null : Sheet.Figure.of(value);
    }

    static List<Share> shares(Shares shares) {
        return shares.shares().stream()
                .map(share ->
                        new Share(
                                share.party(),
                                share.quota().toString(),
                                text(share.share()),
                                share.bound() == null ? null : share.bound().code()))
                .toList();
    }

    private static String text(Money money) {
        return money.toDecimal().toPlainString();
    }
}
