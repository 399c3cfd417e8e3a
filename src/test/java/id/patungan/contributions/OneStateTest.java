package id.patungan.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.OpenItemRepository.As;
import id.patungan.contributions.OpenItemRepository.Which;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Transactions;
import id.patungan.testing.DatabaseTest;

import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** What is read in several queries is one state of the book, whatever is posted between them. */
@DatabaseTest
class OneStateTest {

    private static final LocalDate MAY = LocalDate.of(2006, 5, 2);
    private static final String TABLE = "party,name,w\n34.71,Y,1\n34.04,S,1\n34.02,B,%d\n";

    private final Recalculations recalculations;
    private final Assessments assessments;
    private final OpenItemRepository openItems;
    private final Transactions transactions;
    private final DSLContext sql;
    private final Town town;

    @Autowired
    OneStateTest(
            Recalculations recalculations,
            Assessments assessments,
            OpenItemRepository openItems,
            Transactions transactions,
            DSLContext sql,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.recalculations = recalculations;
        this.assessments = assessments;
        this.openItems = openItems;
        this.transactions = transactions;
        this.sql = sql;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    /** Does something once, after so many queries, on another connection. */
    private record After(AtomicInteger queries, Runnable work) implements ExecuteListener {

        @Override
        public void fetchEnd(ExecuteContext query) {
            if (queries.decrementAndGet() == 0) {
                CompletableFuture.runAsync(work).join();
            }
        }
    }

    @ParameterizedTest(name = "a run posted after query {0}")
    @ValueSource(ints = {1, 2, 3})
    void aRunPostedBetweenTheQueriesIsSeenWholeOrNotAtAll(int query) {
        var wish =
                town.dues(
                        "rule: {kind: weights, indicator: w}", new LegalBasis("PKS-1", "Pasal 6"));
        var code =
                assessments
                        .issue(
                                town.finance(),
                                new NewAssessment(
                                        wish.kind(),
                                        wish.year(),
                                        wish.fund(),
                                        null,
                                        wish.total(),
                                        wish.rule(),
                                        TABLE.formatted(1),
                                        null,
                                        wish.legalBasis(),
                                        wish.date(),
                                        wish.due(),
                                        wish.description(),
                                        null,
                                        Map.of(),
                                        Map.of()),
                                "dues")
                        .code();
        var before = charges(openItems, code);
        var run = new NewRecalculation(code, MAY, MAY, "Ralat", "Tabel", TABLE.formatted(2));
        var listener =
                new After(
                        new AtomicInteger(query),
                        () -> recalculations.issue(town.finance(), run, "run"));
        var listened =
                DSL.using(sql.configuration().derive(new DefaultExecuteListenerProvider(listener)));

        var seen =
                charges(
                        new OpenItemRepository(
                                listened,
                                new RecalculationRepository(listened),
                                new InstalmentRepository(listened),
                                new InKindRepository(listened),
                                new ClaimRepository(listened)),
                        code);

        assertThat(recalculations.ofAssessment(town.finance(), code)).hasSize(1);
        assertThat(seen).isEqualTo(before);
        assertThat(charges(openItems, code)).isNotEqualTo(before);
    }

    private List<OpenCharge> charges(OpenItemRepository repository, String code) {
        return transactions.read(() ->
                repository.charges(
                        town.body(),
                        Assessments.EVERYTHING,
                        Which.ofAssessment(code),
                        As.now(MAY)));
    }
}
