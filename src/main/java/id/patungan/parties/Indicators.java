package id.patungan.parties;

import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a body measures of its parties. The newest revision holds; older ones stay readable. Reads
 * are limited to the parties within reach.
 */
@Service
public class Indicators {

    /** The official population of a region, in people. */
    public static final String POPULATION = "population";

    /** The official land area of a region, in square kilometres. */
    public static final String AREA = "area_km2";

    private final IndicatorRepository indicators;
    private final PartyRepository parties;
    private final Books books;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    Indicators(
            IndicatorRepository indicators,
            PartyRepository parties,
            Books books,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.indicators = indicators;
        this.parties = parties;
        this.books = books;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The figures that hold, by indicator, year (newest first) and party; null means any. */
    public List<IndicatorValue> list(
            Access access, @Nullable String indicator, @Nullable Integer year) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> indicators.holding(access, indicator, year));
    }

    /** All revisions of one figure, newest first. */
    public List<IndicatorValue> revisions(Access access, String party, String indicator, int year) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> indicators.revisions(access, party, indicator, year));
    }

    /**
     * The figure that holds.
     *
     * @throws PartiesException naming party, indicator and year if there is none
     */
    public IndicatorValue value(Access access, String party, String indicator, int year) {
        var found = values(access, Set.of(party), indicator, year).get(party);
        if (found == null) {
            throw PartiesException.noIndicator(Set.of(party), indicator, year);
        }
        return found;
    }

    /** The figures that hold for these parties; a party without one is left out, never zero. */
    public Map<String, IndicatorValue> values(
            Access access, Collection<String> codes, String indicator, int year) {
        access.require(Action.READ_OWN);
        var found = new LinkedHashMap<String, IndicatorValue>();
        transactions
                .read(() -> indicators.holding(access, codes, indicator, year))
                .forEach(value -> found.put(value.party(), value));
        return found;
    }

    /**
     * The figures that hold for all of these parties.
     *
     * @throws PartiesException naming every party without one
     */
    public Map<String, IndicatorValue> required(
            Access access, Collection<String> codes, String indicator, int year) {
        var found = values(access, codes, indicator, year);
        var missing = codes.stream().filter(code -> !found.containsKey(code)).sorted().toList();
        if (!missing.isEmpty()) {
            throw PartiesException.noIndicator(missing, indicator, year);
        }
        return found;
    }

    /**
     * Records a figure; where there is one already, as its next revision. The same figure again
     * changes nothing.
     *
     * @throws PartiesException if the realised revenue of the year is there already and this one is
     *     not realised
     */
    public IndicatorValue record(Access access, NewIndicatorValue figure) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    recordAll(access, List.of(figure));
                    return value(access, figure.party(), figure.indicator(), figure.year());
                });
    }

    /** Records the figures within the unit of work of the caller; answers how many were new. */
    int recordAll(Access access, List<NewIndicatorValue> figures) {
        var added = 0;
        for (var figure : figures) {
            var party =
                    parties.idOf(access.body(), figure.party())
                            .orElseThrow(() -> PartiesException.noSuchParty(figure.party()));
            var revisions =
                    indicators.revisions(access, figure.party(), figure.indicator(), figure.year());
            var newest = revisions.isEmpty() ? null : revisions.getFirst();
            if (newest != null && newest.figure().equals(figure)) {
                continue;
            }
            requireNoBudgetAfterRealisation(figure, newest);
            indicators.insert(
                    access.body(),
                    party,
                    figure,
                    newest == null ? 1 : newest.revision() + 1,
                    clock.instant(),
                    access.handle());
            var subject = figure.indicator() + "/" + figure.year() + "/" + figure.party();
            audit.record(
                    access,
                    "indicator.record",
                    subject,
                    newest == null ? null : newest.figure(),
                    figure);
            added++;
        }
        return added;
    }

    private static void requireNoBudgetAfterRealisation(
            NewIndicatorValue figure, @Nullable IndicatorValue newest) {
        if (newest != null
                && newest.figure().revenueBasis() == RevenueBasis.REALISATION
                && figure.revenueBasis() != RevenueBasis.REALISATION) {
            throw PartiesException.alreadyRealised(
                    figure.party(), figure.indicator(), figure.year());
        }
    }

    /**
     * Records the official population (2025) and land area (2024) of the given regions, where the
     * source gives them; answers how many figures were new.
     *
     * @param codes of registered regions
     */
    public int adoptOfficial(Access access, Collection<String> codes) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    var figures = new ArrayList<NewIndicatorValue>();
                    for (var region : parties.regions(codes).values()) {
                        figures.add(
                                new NewIndicatorValue(
                                        region.code(),
                                        POPULATION,
                                        2025,
                                        BigDecimal.valueOf(region.population()),
                                        "jiwa",
                                        Regions.POPULATION_SOURCE,
                                        null));
                        var area = region.areaKm2();
                        if (area != null) {
                            figures.add(
                                    new NewIndicatorValue(
                                            region.code(),
                                            AREA,
                                            2024,
                                            area,
                                            "km2",
                                            Regions.AREA_SOURCE,
                                            null));
                        }
                    }
                    return recordAll(access, figures);
                });
    }
}
