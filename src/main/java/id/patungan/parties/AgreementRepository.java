package id.patungan.parties;

import static id.patungan.platform.schema.Tables.AGREEMENT;
import static id.patungan.platform.schema.Tables.AGREEMENT_ARTICLE;
import static id.patungan.platform.schema.Tables.AGREEMENT_NUMBER;
import static id.patungan.platform.schema.Tables.AGREEMENT_PARTY;
import static id.patungan.platform.schema.Tables.PARTY;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import id.patungan.basics.BodyId;
import id.patungan.basics.PartyId;
import id.patungan.parties.AgreementText.Article;
import id.patungan.parties.AgreementText.OfficialNumber;
import id.patungan.parties.AgreementText.Signer;
import id.patungan.platform.Access;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All SQL of agreements. Whoever does not read the whole body reads the agreements that a party
 * within reach has signed.
 */
@Repository
class AgreementRepository {

    private final DSLContext sql;

    AgreementRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<Agreement> all(Access access) {
        return agreements(access, noCondition());
    }

    Optional<Agreement> byCode(Access access, String code) {
        return agreements(access, AGREEMENT.CODE.eq(code)).stream().findFirst();
    }

    private List<Agreement> agreements(Access access, Condition condition) {
        var heads =
                sql.selectFrom(AGREEMENT)
                        .where(AGREEMENT.BODY_ID.eq(access.body().value()))
                        .and(condition)
                        .and(signedWithin(access))
                        .orderBy(AGREEMENT.SIGNED_ON, AGREEMENT.CODE)
                        .fetch();
        var ids = heads.getValues(AGREEMENT.AGREEMENT_ID);
        var names = new HashMap<Integer, Map<String, String>>();
        var signers = signers(access.body(), ids, names);
        var numbers = numbers(access.body(), ids);
        var articles = articles(access.body(), ids);
        return heads.map(head -> agreement(head, signers, numbers, articles, names));
    }

    private static Condition signedWithin(Access access) {
        var reach = access.reach();
        if (reach.everything()) {
            return noCondition();
        }
        return exists(
                selectOne()
                        .from(AGREEMENT_PARTY)
                        .where(AGREEMENT_PARTY.BODY_ID.eq(AGREEMENT.BODY_ID))
                        .and(AGREEMENT_PARTY.AGREEMENT_ID.eq(AGREEMENT.AGREEMENT_ID))
                        .and(PartyRepository.within(reach, AGREEMENT_PARTY.PARTY_ID)));
    }

    private Map<Integer, List<Signer>> signers(
            BodyId body, List<Integer> ids, Map<Integer, Map<String, String>> names) {
        var found = new HashMap<Integer, List<Signer>>();
        sql.select(AGREEMENT_PARTY.AGREEMENT_ID, PARTY.CODE, PARTY.NAME, AGREEMENT_PARTY.SIGNED_BY)
                .from(AGREEMENT_PARTY)
                .join(PARTY)
                .on(PARTY.PARTY_ID.eq(AGREEMENT_PARTY.PARTY_ID))
                .where(AGREEMENT_PARTY.BODY_ID.eq(body.value()))
                .and(AGREEMENT_PARTY.AGREEMENT_ID.in(ids))
                .orderBy(AGREEMENT_PARTY.AGREEMENT_ID, AGREEMENT_PARTY.POSITION)
                .forEach(row -> {
                    into(found, row.value1()).add(new Signer(row.value2(), row.value4()));
                    names.computeIfAbsent(row.value1(), id -> new HashMap<>())
                            .put(row.value2(), row.value3());
                });
        return found;
    }

    private Map<Integer, List<OfficialNumber>> numbers(BodyId body, List<Integer> ids) {
        var found = new HashMap<Integer, List<OfficialNumber>>();
        sql.select(AGREEMENT_NUMBER.AGREEMENT_ID, AGREEMENT_NUMBER.NUMBER, PARTY.CODE)
                .from(AGREEMENT_NUMBER)
                .leftJoin(PARTY)
                .on(PARTY.PARTY_ID.eq(AGREEMENT_NUMBER.PARTY_ID))
                .where(AGREEMENT_NUMBER.BODY_ID.eq(body.value()))
                .and(AGREEMENT_NUMBER.AGREEMENT_ID.in(ids))
                .orderBy(AGREEMENT_NUMBER.AGREEMENT_ID, AGREEMENT_NUMBER.POSITION)
                .forEach(row ->
                        into(found, row.value1())
                                .add(new OfficialNumber(row.value2(), row.value3())));
        return found;
    }

    private Map<Integer, List<Article>> articles(BodyId body, List<Integer> ids) {
        var found = new HashMap<Integer, List<Article>>();
        sql.select(AGREEMENT_ARTICLE.AGREEMENT_ID, AGREEMENT_ARTICLE.NUMBER, AGREEMENT_ARTICLE.TEXT)
                .from(AGREEMENT_ARTICLE)
                .where(AGREEMENT_ARTICLE.BODY_ID.eq(body.value()))
                .and(AGREEMENT_ARTICLE.AGREEMENT_ID.in(ids))
                .orderBy(AGREEMENT_ARTICLE.AGREEMENT_ID, AGREEMENT_ARTICLE.POSITION)
                .forEach(row ->
                        into(found, row.value1()).add(new Article(row.value2(), row.value3())));
        return found;
    }

    private static <T> List<T> into(Map<Integer, List<T>> lists, Integer id) {
        return lists.computeIfAbsent(id, key -> new ArrayList<>());
    }

    private static Agreement agreement(
            Record head,
            Map<Integer, List<Signer>> signers,
            Map<Integer, List<OfficialNumber>> numbers,
            Map<Integer, List<Article>> articles,
            Map<Integer, Map<String, String>> names) {
        var id = head.get(AGREEMENT.AGREEMENT_ID);
        var text =
                new AgreementText(
                        head.get(AGREEMENT.CODE),
                        AgreementType.valueOf(head.get(AGREEMENT.TYPE)),
                        head.get(AGREEMENT.SUBJECT),
                        head.get(AGREEMENT.SIGNED_ON),
                        head.get(AGREEMENT.FROM_DATE),
                        head.get(AGREEMENT.UNTIL_DATE),
                        head.get(AGREEMENT.DOCUMENT_REF),
                        head.get(AGREEMENT.NOTE),
                        signers.getOrDefault(id, List.of()),
                        numbers.getOrDefault(id, List.of()),
                        articles.getOrDefault(id, List.of()));
        return new Agreement(id, text, names.getOrDefault(id, Map.of()));
    }

    /** Stores the agreement and all its parts. */
    void insert(BodyId body, AgreementText text, Map<String, PartyId> parties) {
        var id =
                sql.insertInto(AGREEMENT)
                        .set(AGREEMENT.BODY_ID, body.value())
                        .set(AGREEMENT.CODE, text.code())
                        .set(AGREEMENT.TYPE, text.type().name())
                        .set(AGREEMENT.SUBJECT, text.subject())
                        .set(AGREEMENT.SIGNED_ON, text.signedOn())
                        .set(AGREEMENT.FROM_DATE, text.from())
                        .set(AGREEMENT.UNTIL_DATE, text.until())
                        .set(AGREEMENT.DOCUMENT_REF, text.documentRef())
                        .set(AGREEMENT.NOTE, text.note())
                        .returningResult(AGREEMENT.AGREEMENT_ID)
                        .fetchSingle()
                        .value1();
        var position = 0;
        for (var signer : text.signers()) {
            sql.insertInto(AGREEMENT_PARTY)
                    .set(AGREEMENT_PARTY.BODY_ID, body.value())
                    .set(AGREEMENT_PARTY.AGREEMENT_ID, id)
                    .set(AGREEMENT_PARTY.POSITION, ++position)
                    .set(AGREEMENT_PARTY.PARTY_ID, number(parties, signer.party()))
                    .set(AGREEMENT_PARTY.SIGNED_BY, signer.signedBy())
                    .execute();
        }
        position = 0;
        for (var number : text.numbers()) {
            var party = number.party();
            sql.insertInto(AGREEMENT_NUMBER)
                    .set(AGREEMENT_NUMBER.BODY_ID, body.value())
                    .set(AGREEMENT_NUMBER.AGREEMENT_ID, id)
                    .set(AGREEMENT_NUMBER.POSITION, ++position)
                    .set(AGREEMENT_NUMBER.NUMBER, number.number())
                    .set(AGREEMENT_NUMBER.PARTY_ID, party == null ? null : number(parties, party))
                    .execute();
        }
        insertArticles(body, id, text.articles(), 0);
    }

    /** Adds articles after those already there. */
    void insertArticles(BodyId body, int agreement, List<Article> articles, int after) {
        var position = after;
        for (var article : articles) {
            sql.insertInto(AGREEMENT_ARTICLE)
                    .set(AGREEMENT_ARTICLE.BODY_ID, body.value())
                    .set(AGREEMENT_ARTICLE.AGREEMENT_ID, agreement)
                    .set(AGREEMENT_ARTICLE.POSITION, ++position)
                    .set(AGREEMENT_ARTICLE.NUMBER, article.number())
                    .set(AGREEMENT_ARTICLE.TEXT, article.text())
                    .execute();
        }
    }

    /** Changes what may be edited: not the code, the type, the signatories or their numbers. */
    void update(BodyId body, int agreement, AgreementText text) {
        sql.update(AGREEMENT)
                .set(AGREEMENT.SUBJECT, text.subject())
                .set(AGREEMENT.SIGNED_ON, text.signedOn())
                .set(AGREEMENT.FROM_DATE, text.from())
                .set(AGREEMENT.UNTIL_DATE, text.until())
                .set(AGREEMENT.DOCUMENT_REF, text.documentRef())
                .set(AGREEMENT.NOTE, text.note())
                .where(AGREEMENT.BODY_ID.eq(body.value()))
                .and(AGREEMENT.AGREEMENT_ID.eq(agreement))
                .execute();
    }

    private static Integer number(Map<String, PartyId> parties, String code) {
        var party = parties.get(code);
        if (party == null) {
            throw PartiesException.noSuchParty(code);
        }
        return party.value();
    }
}
