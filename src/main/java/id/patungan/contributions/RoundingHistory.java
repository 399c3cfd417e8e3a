package id.patungan.contributions;

import id.patungan.basics.BodyId;
import id.patungan.basics.Fraction;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What rounding gave and took, party by party, over all years. Nothing of it is stored: it follows
 * from the frozen results of the assessments that stand, so a cancelled one counts no more. Where
 * later figures changed an assessment, the shares in force count: those of its last run that
 * stands.
 *
 * <p>Two figures per party: the rounding units that it got because its remainder was among the
 * largest or a tie fell to it, by which {@code tie: history} decides; and the exact balance, the
 * sum of share less quota, which over many runs stays near zero.
 */
@Service
public class RoundingHistory {

    /** Reasons of a share that got a unit which others could have got. */
    private static final List<String> FAVOURED = List.of("largest-remainder", "tie");

    private final AssessmentRepository assessments;
    private final RecalculationRepository recalculations;
    private final Sheets sheets;
    private final Transactions transactions;

    RoundingHistory(
            AssessmentRepository assessments,
            RecalculationRepository recalculations,
            Sheets sheets,
            Transactions transactions) {
        this.assessments = assessments;
        this.recalculations = recalculations;
        this.sheets = sheets;
        this.transactions = transactions;
    }

    /**
     * What rounding did in the assessments that stand.
     *
     * @param runs the oldest first
     * @param parties by code
     */
    public record History(List<Run> runs, List<Balance> parties) {
        /** Takes copies. */
        public History {
            runs = List.copyOf(runs);
            parties = List.copyOf(parties);
        }
    }

    /**
     * One assessment.
     *
     * @param recalculation the run whose shares are in force; null for those that were charged
     * @param unit the rounding unit in main units of the currency
     * @param parts by party, of those whose quota was not paid exactly
     */
    public record Run(
            String assessment,
            @Nullable String recalculation,
            int year,
            LocalDate date,
            String description,
            BigDecimal unit,
            Map<String, Part> parts) {
        /** Takes a copy. */
        public Run {
            parts = Map.copyOf(parts);
        }
    }

    /**
     * What a party got.
     *
     * @param units rounding units received
     * @param balance share less quota, exact, in main units: above zero paid more than its quota
     */
    public record Part(long units, Fraction balance) {
        private Part plus(Part other) {
            return new Part(Math.addExact(units, other.units), balance.plus(other.balance));
        }
    }

    /**
     * A party over the years.
     *
     * @param years by fiscal year that was charged
     */
    public record Balance(String party, String name, Map<Integer, Part> years, Part sum) {
        /** Takes a copy. */
        public Balance {
            years = Map.copyOf(years);
        }
    }

    /**
     * The history of the body, which is open to every party of it: who was favoured is no secret
     * among those who share a cost. A permission for a fund alone opens nothing of it, and of the
     * assessments a party sees those in which it has a share.
     *
     * @throws AccessException not found for those who have no party
     */
    public History of(Access access) {
        access.require(Action.READ_OWN);
        if (!access.reach().everything() && access.reach().parties().isEmpty()) {
            throw AccessException.nothingHere("rounding");
        }
        return transactions.read(() -> {
            var whole = read(access.body());
            var seen =
                    assessments.headers(access.body(), access.reach(), null).stream()
                            .map(header -> header.paper().code())
                            .collect(Collectors.toSet());
            return new History(
                    whole.runs().stream().filter(run -> seen.contains(run.assessment())).toList(),
                    whole.parties());
        });
    }

    /** The units that each of these parties got so far; none for those who had no part in it. */
    Map<String, Long> units(BodyId body, Collection<String> parties) {
        var units = new LinkedHashMap<String, Long>();
        parties.forEach(party -> units.put(party, 0L));
        for (var balance : read(body).parties()) {
            units.computeIfPresent(balance.party(), (party, none) -> balance.sum().units());
        }
        return units;
    }

    private History read(BodyId body) {
        var runs = new ArrayList<Run>();
        var names = new TreeMap<String, String>();
        var years = new TreeMap<String, Map<Integer, Part>>();
        var headers = assessments.headers(body, Assessments.EVERYTHING, null);
        var later = recalculations.inForce(body);
        for (var header : headers.reversed()) {
            if (header.paper().reversal() != null) continue;
            var run = later.get(header.paper().code());
            var sheet = sheets.thaw(run == null ? header.frozen() : run.frozen());
            var parts = new LinkedHashMap<String, Part>();
            for (var row : sheet.rows()) {
                names.put(row.party(), row.name());
                var balance =
                        Fraction.of(new BigDecimal(row.share())).minus(Fraction.parse(row.quota()));
                var part = new Part(FAVOURED.contains(row.reason()) ? 1 : 0, balance);
                if (part.units() != 0 || balance.signum() != 0) {
                    parts.put(row.party(), part);
                }
                years.computeIfAbsent(row.party(), party -> new TreeMap<>())
                        .merge(header.year(), part, Part::plus);
            }
            runs.add(
                    new Run(
                            header.paper().code(),
                            run == null ? null : run.code(),
                            header.year(),
                            header.paper().date(),
                            header.paper().description(),
                            new BigDecimal(sheet.unit()),
                            parts));
        }
        var none = new Part(0, Fraction.ZERO);
        var balances = new ArrayList<Balance>();
        years.forEach((party, own) ->
                balances.add(
                        new Balance(
                                party,
                                names.getOrDefault(party, party),
                                own,
                                own.values().stream().reduce(none, Part::plus))));
        return new History(runs, balances);
    }
}
