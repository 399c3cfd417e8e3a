package id.patungan.contributions.letters;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.FUND;
import static id.patungan.platform.schema.Tables.PAYMENT_ACCOUNT;

import id.patungan.basics.AccountCode;
import id.patungan.basics.BodyId;
import id.patungan.basics.FundCode;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.util.List;

/** Where parties are asked to pay. */
@Repository
class PaymentAccountRepository {

    private final DSLContext sql;

    PaymentAccountRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<PaymentAccount> all(BodyId body) {
        var table = PAYMENT_ACCOUNT;
        return sql.selectFrom(table)
                .where(table.BOOK_ID.eq(body.value()))
                .orderBy(table.ACCOUNT)
                .fetch(row -> {
                    var fund = row.getFund();
                    return new PaymentAccount(
                            new AccountCode(row.getAccount()),
                            fund == null ? null : new FundCode(fund),
                            row.getBank(),
                            row.getNumber(),
                            row.getHolder());
                });
    }

    boolean hasAccount(BodyId body, AccountCode account) {
        return sql.fetchExists(
                ACCOUNT, ACCOUNT.BOOK_ID.eq(body.value()).and(ACCOUNT.CODE.eq(account.value())));
    }

    boolean hasFund(BodyId body, FundCode fund) {
        return sql.fetchExists(FUND, FUND.BOOK_ID.eq(body.value()).and(FUND.CODE.eq(fund.value())));
    }

    void put(BodyId body, PaymentAccount kept) {
        remove(body, kept.account());
        var table = PAYMENT_ACCOUNT;
        var fund = kept.fund();
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.ACCOUNT, kept.account().value())
                .set(table.FUND, fund == null ? null : fund.value())
                .set(table.BANK, kept.bank())
                .set(table.NUMBER, kept.number())
                .set(table.HOLDER, kept.holder())
                .execute();
    }

    int remove(BodyId body, AccountCode account) {
        var table = PAYMENT_ACCOUNT;
        return sql.deleteFrom(table)
                .where(table.BOOK_ID.eq(body.value()))
                .and(table.ACCOUNT.eq(account.value()))
                .execute();
    }
}
