package id.patungan.grants.lineage;

import id.patungan.grants.Awards;
import id.patungan.grants.lineage.LineageView.Part;
import id.patungan.grants.lineage.LineageView.Row;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What became of an award's money, for whoever reaches the award. */
@Service
class AwardLineages {

    private final Awards awards;

    AwardLineages(Awards awards) {
        this.awards = awards;
    }

    /**
     * The lineage up to today.
     *
     * @param order by which money is taken to have been used; null for first-in
     * @throws id.patungan.grants.AwardException not found, also where the viewer does not reach it
     */
    LineageView of(Access access, String award, @Nullable LineageOrder order) {
        var book = awards.book(access, award);
        var today = awards.today(access);
        var money = new AwardLineage(book, today);
        var flows = money.flows();
        var lineage = money.by(order == null ? LineageOrder.FIRST_IN : order);
        var sources = new ArrayList<Row>();
        var left = 0L;
        for (var source : lineage.sources()) {
            var parts =
                    lineage.became(source.ref()).stream()
                            .map(link ->
                                    new Part(
                                            Objects.requireNonNull(flows.get(link.use())),
                                            link.amount()))
                            .toList();
            var rest = lineage.left(source);
            left = Math.addExact(left, rest);
            sources.add(
                    new Row(
                            Objects.requireNonNull(flows.get(source.ref())),
                            source.amount(),
                            parts,
                            rest));
        }
        var uses = new ArrayList<Row>();
        for (var use : lineage.uses()) {
            var parts =
                    lineage.paidBy(use.ref()).stream()
                            .map(link ->
                                    new Part(
                                            Objects.requireNonNull(flows.get(link.source())),
                                            link.amount()))
                            .toList();
            var paid = sum(parts);
            uses.add(
                    new Row(
                            Objects.requireNonNull(flows.get(use.ref())),
                            use.amount(),
                            parts,
                            Math.subtractExact(use.amount(), paid)));
        }
        return new LineageView(
                award,
                book.terms(),
                book.currency(),
                today,
                lineage.order(),
                sources,
                uses,
                left,
                lineage.uncovered());
    }

    private static long sum(List<Part> parts) {
        var sum = 0L;
        for (var part : parts) sum = Math.addExact(sum, part.amount());
        return sum;
    }
}
