package id.patungan.contributions;

import static id.patungan.platform.schema.Tables.CLAIM_PAPER;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_REVERSAL;

import id.patungan.basics.BodyId;
import id.patungan.contributions.FactRepository.About;
import id.patungan.contributions.FactRepository.Span;
import id.patungan.contributions.FactRepository.Sums;
import id.patungan.contributions.NewClaim.Kind;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.util.ArrayList;
import java.util.List;

/**
 * What credit notes, write-offs and recoveries say about the entries of one party. An allowance is
 * the body's own matter and stays out, as its accounts do.
 */
@Repository
class ClaimFactRepository {

    private final DSLContext sql;

    ClaimFactRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<StatementFact> facts(BodyId body, Span span) {
        var claim = CLAIM_PAPER;
        var facts = new ArrayList<StatementFact>();
        sql.select(claim.fields())
                .select(CONTRIBUTION_PAPER.fields())
                .select(CONTRIBUTION_REVERSAL.fields())
                .from(claim)
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(claim.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(claim.CODE))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(claim.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(claim.CODE))
                .where(claim.BOOK_ID.eq(body.value()))
                .and(claim.PARTY_ID.eq(span.party().value()))
                .and(claim.KIND.in(Kind.CREDIT.code(), Kind.WRITE_OFF.code(), Kind.RECOVERY.code()))
                .and(FactRepository.touched(span))
                .forEach(row -> {
                    var amount = span.money(row.get(claim.AMOUNT));
                    var charged =
                            Kind.of(row.get(claim.KIND)) == Kind.RECOVERY
                                    ? amount
                                    : amount.negated();
                    var zero = span.money(0);
                    FactRepository.add(
                            facts,
                            row,
                            span,
                            StatementFact.Kind.CORRECTION,
                            new Sums(charged, zero, zero, zero),
                            new About(null, null, null, null, null, null, List.of()));
                });
        return facts;
    }
}
