package id.patungan.cli;

import static id.patungan.cli.DemoTerms.minor;

import id.patungan.grants.AwardEvent.Kind;
import id.patungan.grants.AwardEvents;
import id.patungan.grants.AwardEvents.Happened;
import id.patungan.grants.AwardMoney;
import id.patungan.grants.AwardMoney.Amount;
import id.patungan.grants.AwardMoney.Move;
import id.patungan.grants.AwardMoney.Part;
import id.patungan.grants.AwardMoney.PromiseDone;
import id.patungan.grants.AwardMoney.Receipt;
import id.patungan.grants.AwardMoney.Spending;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records what became of the money of a further award of the demo. Amounts are in main units;
 * descriptions and documents say that they are invented.
 */
@Component
class DemoMoney {

    private final AwardMoney money;
    private final AwardEvents events;
    private final Ledger ledger;

    DemoMoney(AwardMoney money, AwardEvents events, Ledger ledger) {
        this.money = money;
        this.events = events;
        this.ledger = ledger;
    }

    /** Of that award, as whoever keeps the books. */
    Run of(Access finance, String award) {
        return new Run(finance, award);
    }

    /** One award; what is recorded is numbered in its order. */
    final class Run {

        private final Access finance;
        private final String award;
        private int count;

        private Run(Access finance, String award) {
            this.finance = finance;
            this.award = award;
        }

        private String key() {
            return "demo-%s-%d".formatted(award, ++count);
        }

        private static String invented(String text) {
            return text + DemoEntries.INVENTED;
        }

        private static String sample(String document) {
            return document + "/CONTOH";
        }

        void receive(
                String day, @Nullable String tranche, String document, Map<String, Long> byFund) {
            var minor = new HashMap<String, Long>();
            byFund.forEach((fund, amount) -> minor.put(fund, minor(amount)));
            money.receive(
                    finance,
                    award,
                    new Receipt(
                            LocalDate.parse(day),
                            tranche,
                            minor,
                            sample(document),
                            invented("Penerimaan " + (tranche == null ? "dana" : tranche))),
                    key());
        }

        void spend(String day, String document, String said, String account, Part... parts) {
            money.spend(
                    finance,
                    award,
                    new Spending(
                            LocalDate.parse(day),
                            sample(document),
                            invented(said),
                            account,
                            null,
                            null,
                            List.of(parts)),
                    key());
        }

        /** What a fund bears; line is null where the giver has no budget. */
        Part part(String fund, @Nullable String line, long amount) {
            return new Part(fund, line == null ? null : award + "/" + line, minor(amount));
        }

        void interest(String day, String fund, long amount) {
            money.interest(finance, award, amount(day, fund, amount, "RK", "Jasa giro"), key());
        }

        private Amount amount(String day, String fund, long amount, String document, String said) {
            return new Amount(
                    LocalDate.parse(day),
                    fund,
                    minor(amount),
                    sample(document),
                    invented(said),
                    null);
        }

        /** A cost that the giver does not bear, and its settlement by the fund that does. */
        void move(
                String day, String settled, String line, String account, long amount, Other other) {
            money.move(
                    finance,
                    award,
                    new Move(
                            LocalDate.parse(day),
                            award + "/" + line,
                            account,
                            minor(amount),
                            other.fund(),
                            sample("M"),
                            invented(other.reason())),
                    key());
            money.settle(
                    finance,
                    award,
                    new Amount(
                            LocalDate.parse(settled),
                            null,
                            minor(amount),
                            sample("M"),
                            invented("Pelunasan antardana"),
                            other.fund()),
                    key());
        }

        /** Declares what is left of a fund; pays it back with the interest that is owed. */
        void close(String declared, String fund, long left, String paid, long owed, String slip) {
            money.giveUp(
                    finance,
                    award,
                    amount(declared, fund, left, "BA", "Sisa yang dikembalikan"),
                    key());
            money.refund(
                    finance,
                    award,
                    amount(paid, fund, owed, slip, "Pengembalian sisa dan jasa giro"),
                    key());
        }

        void kept(String day, String promise) {
            money.promise(
                    finance,
                    award,
                    new PromiseDone(LocalDate.parse(day), promise, true, sample("BA")),
                    key());
        }

        void submitted(String report, String day) {
            happened(Kind.REPORT_SUBMITTED, report, day);
        }

        void accepted(String report, String day) {
            happened(Kind.REPORT_ACCEPTED, report, day);
        }

        private void happened(Kind kind, String report, String day) {
            events.record(
                    finance,
                    award,
                    new Happened(kind, report, LocalDate.parse(day), sample(report), null),
                    key());
        }
    }

    /** The fund that bears a cost after all, and why. */
    record Other(String fund, String reason) {}

    /** An entry by hand: what one account of a fund gets, another gives. */
    void post(Access finance, String day, String said, String fund, Sides sides) {
        ledger.post(
                finance,
                new NewEntry(
                        LocalDate.parse(day),
                        NewEntry.MANUAL,
                        said + DemoEntries.INVENTED,
                        "demo-" + day,
                        null,
                        List.of(
                                NewPosting.debit(sides.debit(), fund, minor(sides.amount())),
                                NewPosting.credit(sides.credit(), fund, minor(sides.amount()))
                                        .party(sides.from()))));
    }

    /** Both accounts, the amount, and the party that it comes from, if it is one. */
    record Sides(String debit, String credit, long amount, @Nullable String from) {}
}
