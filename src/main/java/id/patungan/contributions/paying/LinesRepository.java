package id.patungan.contributions.paying;

import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.FUND;
import static id.patungan.platform.schema.Tables.PAYING_UNIT;
import static id.patungan.platform.schema.Tables.PAYMENT_LINE;
import static id.patungan.platform.schema.Tables.PAYMENT_LINES;

import static org.jooq.impl.DSL.noCondition;

import id.patungan.basics.BodyId;
import id.patungan.basics.PartyId;
import id.patungan.contributions.Basis;
import id.patungan.platform.Reach;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Versions of payment lines, and the paying units that they name. */
@Repository
class LinesRepository {

    private final DSLContext sql;

    LinesRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** The party of that code in the book. */
    Optional<PartyId> party(BodyId body, String code) {
        return sql.select(BOOK_PARTY.PARTY_ID)
                .from(BOOK_PARTY)
                .where(BOOK_PARTY.BOOK_ID.eq(body.value()))
                .and(BOOK_PARTY.CODE.eq(code))
                .fetchOptional(row -> new PartyId(row.value1()));
    }

    boolean hasFund(BodyId body, String code) {
        return sql.fetchExists(FUND, FUND.BOOK_ID.eq(body.value()).and(FUND.CODE.eq(code)));
    }

    /** The paying units of the parties within reach, by party and code. */
    List<PayingUnit> units(BodyId body, Reach reach, @Nullable PartyId party) {
        var table = PAYING_UNIT;
        return sql.select(table.CODE, table.NAME, BOOK_PARTY.CODE)
                .from(table)
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(table.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(table.PARTY_ID))
                .where(table.BOOK_ID.eq(body.value()))
                .and(
                        reach.everything()
                                ? noCondition()
                                : table.PARTY_ID.in(
                                        reach.parties().stream().map(PartyId::value).toList()))
                .and(party == null ? noCondition() : table.PARTY_ID.eq(party.value()))
                .orderBy(BOOK_PARTY.CODE, table.CODE)
                .fetch(row -> new PayingUnit(row.value3(), row.value1(), row.value2()));
    }

    int nextVersion(BodyId body, PartyId party) {
        var table = PAYMENT_LINES;
        return 1
                + sql.fetchCount(
                        table,
                        table.BOOK_ID.eq(body.value()).and(table.PARTY_ID.eq(party.value())));
    }

    void insert(
            BodyId body, PartyId party, int version, NewPaymentLines wish, String by, Instant at) {
        var table = PAYMENT_LINES;
        var basis = wish.basis();
        var fund = wish.fund();
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.PARTY_ID, party.value())
                .set(table.VERSION, version)
                .set(table.FUND, fund == null ? null : fund.value())
                .set(table.EFFECTIVE_FROM, wish.effectiveFrom())
                .set(table.DOCUMENT, wish.document())
                .set(table.BASIS, basis == null ? null : basis.kind().code())
                .set(table.BASIS_NOTE, basis == null ? null : basis.note())
                .set(table.PREPARED_BY, by)
                .set(table.PREPARED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
        var position = 0;
        for (var line : wish.lines()) {
            var account = line.account();
            var lines = PAYMENT_LINE;
            sql.insertInto(lines)
                    .set(lines.BOOK_ID, body.value())
                    .set(lines.PARTY_ID, party.value())
                    .set(lines.VERSION, version)
                    .set(lines.POSITION, ++position)
                    .set(lines.UNIT, line.unit())
                    .set(lines.ROUTE, line.route().code())
                    .set(lines.WEIGHT, line.weight())
                    .set(lines.PAYER_ACCOUNT, account == null ? null : account.code())
                    .set(lines.NOMENCLATURE, account == null ? null : account.nomenclature())
                    .set(lines.SOURCE, line.source())
                    .execute();
        }
    }

    /** Whether any party of the book has payment lines. */
    boolean any(BodyId body) {
        return sql.fetchExists(PAYMENT_LINES, PAYMENT_LINES.BOOK_ID.eq(body.value()));
    }

    /** The versions of the parties within reach, by party, the newest number first. */
    List<LinesVersion> versions(BodyId body, Reach reach, @Nullable PartyId party) {
        var table = PAYMENT_LINES;
        Condition which = table.BOOK_ID.eq(body.value());
        if (!reach.everything()) {
            which =
                    which.and(
                            table.PARTY_ID.in(
                                    reach.parties().stream().map(PartyId::value).toList()));
        }
        if (party != null) which = which.and(table.PARTY_ID.eq(party.value()));
        var lines = lines(body);
        return sql.select(table.fields())
                .select(BOOK_PARTY.CODE, BOOK_PARTY.NAME)
                .from(table)
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(table.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(table.PARTY_ID))
                .where(which)
                .orderBy(BOOK_PARTY.CODE, table.VERSION.desc())
                .fetch(row ->
                        version(
                                row,
                                lines.getOrDefault(
                                        new Key(row.get(table.PARTY_ID), row.get(table.VERSION)),
                                        List.of())));
    }

    private record Key(int party, int version) {}

    private Map<Key, List<PaymentLine>> lines(BodyId body) {
        var table = PAYMENT_LINE;
        var lines = new HashMap<Key, List<PaymentLine>>();
        sql.selectFrom(table)
                .where(table.BOOK_ID.eq(body.value()))
                .orderBy(table.PARTY_ID, table.VERSION, table.POSITION)
                .forEach(row ->
                        lines.computeIfAbsent(
                                        new Key(row.getPartyId(), row.getVersion()),
                                        key -> new ArrayList<>())
                                .add(
                                        new PaymentLine(
                                                row.getUnit(),
                                                Route.of(row.getRoute()),
                                                row.getWeight(),
                                                PayerAccount.of(
                                                        row.getPayerAccount(),
                                                        row.getNomenclature()),
                                                row.getSource())));
        return lines;
    }

    private static LinesVersion version(Record row, List<PaymentLine> lines) {
        var table = PAYMENT_LINES;
        var basis = row.get(table.BASIS);
        return new LinesVersion(
                new PartyId(row.get(table.PARTY_ID)),
                row.get(BOOK_PARTY.CODE),
                row.get(BOOK_PARTY.NAME),
                row.get(table.VERSION),
                row.get(table.FUND),
                row.get(table.EFFECTIVE_FROM),
                row.get(table.DOCUMENT),
                lines,
                basis == null ? null : new Basis(Basis.Kind.of(basis), row.get(table.BASIS_NOTE)),
                row.get(table.PREPARED_BY),
                row.get(table.PREPARED_AT).toInstant(ZoneOffset.UTC));
    }
}
