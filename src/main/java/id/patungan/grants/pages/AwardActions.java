package id.patungan.grants.pages;

import id.patungan.basics.DomainException;
import id.patungan.grants.AwardEvent;
import id.patungan.grants.AwardEvents;
import id.patungan.grants.AwardEvents.Happened;
import id.patungan.grants.AwardEvents.Override;
import id.patungan.grants.AwardEvents.PassOn;
import id.patungan.grants.AwardException;
import id.patungan.grants.AwardMoney;
import id.patungan.grants.AwardMoney.Amount;
import id.patungan.grants.AwardMoney.Move;
import id.patungan.grants.AwardMoney.Part;
import id.patungan.grants.AwardMoney.PromiseDone;
import id.patungan.grants.AwardMoney.Receipt;
import id.patungan.grants.AwardMoney.Spending;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.Awards;
import id.patungan.platform.Access;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what is to be recorded about an award and has it recorded. */
@Component
class AwardActions {

    private final Awards awards;
    private final AwardMoney money;
    private final AwardEvents events;

    AwardActions(Awards awards, AwardMoney money, AwardEvents events) {
        this.awards = awards;
        this.money = money;
        this.events = events;
    }

    /**
     * Records it; what could not be read or was refused is noted in the fields.
     *
     * @return whether it was recorded
     * @throws DomainException if the award is not there, or the viewer may not do it
     */
    boolean perform(
            Access access, String award, AwardAction action, AwardFields fields, String key) {
        access.require(action.needs());
        var terms = awards.get(access, award).inForce();
        var work = work(access, award, terms, action, fields, key);
        if (fields.errors().any()) return false;
        try {
            work.run();
            return true;
        } catch (DomainException refusal) {
            if (refusal.kind() == DomainException.Kind.FORBIDDEN) throw refusal;
            fields.errors().add(place(action, refusal.code()), refusal);
            return false;
        }
    }

    private static String place(AwardAction action, String code) {
        var rule = code.replace("grants.ineligible.", "");
        var field =
                switch (rule) {
                    case "line", "frame", "purpose", "closed-line", "budget" -> "awardLine";
                    case "period", "paid-until", "grants.future", "grants.not-over" -> "date";
                    case "evidence", "twice" -> "document";
                    case "account" -> "account";
                    case "grants.condition-open",
                            "grants.report-due",
                            "grants.no-tranche",
                            "grants.tranche-received" ->
                            "tranche";
                    case "grants.report-state" -> "happened";
                    case "grants.unknown" -> action == AwardAction.PASS_ON ? "receiver" : "amount";
                    case "grants.override-impossible" -> "rule";
                    default -> "amount";
                };
        return action.fields().contains(field) ? field : action.fields().getFirst();
    }

    /** Reads the fields; what is returned does it. */
    private Runnable work(
            Access access,
            String award,
            AwardTerms terms,
            AwardAction action,
            AwardFields fields,
            String key) {
        return switch (action) {
            case RECEIVE -> {
                var wish = receipt(terms, fields);
                yield () -> money.receive(access, award, wish, key);
            }
            case AGREE -> {
                var wish = receipt(terms, fields);
                yield () -> money.agree(access, award, wish, key);
            }
            case INTEREST -> {
                var wish = amount(fields);
                yield () -> money.interest(access, award, wish, key);
            }
            case SPEND -> {
                var wish = spending(terms, fields);
                yield () -> money.spend(access, award, wish, key);
            }
            case MOVE -> {
                var wish =
                        new Move(
                                fields.day("date"),
                                fields.required("awardLine"),
                                fields.required("account"),
                                fields.amount("amount"),
                                fields.required("toFund"),
                                fields.optional("document"),
                                fields.required("reason"));
                yield () -> money.move(access, award, wish, key);
            }
            case SETTLE -> {
                var wish = amount(fields);
                yield () -> money.settle(access, award, wish, key);
            }
            case GIVE_UP -> {
                var wish = amount(fields);
                yield () -> money.giveUp(access, award, wish, key);
            }
            case REFUND -> {
                var wish = amount(fields);
                yield () -> money.refund(access, award, wish, key);
            }
            case PROMISE -> {
                var wish =
                        new PromiseDone(
                                fields.day("date"),
                                fields.required("promise"),
                                yes(fields, "kept"),
                                fields.optional("document"));
                yield () -> money.promise(access, award, wish, key);
            }
            case UNDO -> {
                var entry = number(fields, "entry");
                var on = fields.day("date");
                var reason = fields.required("reason");
                yield () -> money.undo(access, award, entry, on, reason, key);
            }
            default -> happening(access, award, action, fields, key);
        };
    }

    private Runnable happening(
            Access access, String award, AwardAction action, AwardFields fields, String key) {
        return switch (action) {
            case REPORT -> {
                var wish =
                        new Happened(
                                happened(fields),
                                fields.required("report"),
                                fields.day("date"),
                                fields.optional("document"),
                                fields.optional("reason"));
                yield () -> events.record(access, award, wish, key);
            }
            case MILESTONE -> {
                var wish =
                        new Happened(
                                AwardEvent.Kind.MILESTONE,
                                fields.required("tranche"),
                                fields.day("date"),
                                fields.optional("document"),
                                null);
                yield () -> events.record(access, award, wish, key);
            }
            case PASS_ON -> {
                var wish =
                        new PassOn(
                                fields.day("date"),
                                fields.required("receiver"),
                                fields.amount("amount"),
                                fields.required("document"),
                                fields.optional("description"));
                yield () -> events.passOn(access, award, wish, key);
            }
            case OVERRIDE -> {
                var wish =
                        new Override(
                                fields.required("rule"),
                                fields.required("document"),
                                fields.amount("amount"),
                                fields.required("reason"));
                yield () -> events.override(access, award, wish, key);
            }
            case OUTSIDE -> {
                var activity = fields.required("activity");
                var nameId = fields.required("nameId");
                var nameEn = fields.required("nameEn");
                yield () -> awards.outsideActivity(access, award, activity, nameId, nameEn);
            }
            case TAKE_BACK -> {
                var event = Math.toIntExact(number(fields, "event"));
                var reason = fields.required("reason");
                yield () -> events.undo(access, award, event, reason, key);
            }
            default -> throw new IllegalStateException("Nobody records " + action);
        };
    }

    private static AwardEvent.Kind happened(AwardFields fields) {
        return fields.errors()
                .read(
                        "happened",
                        () ->
                                switch (fields.text("happened")) {
                                    case "submitted" -> AwardEvent.Kind.REPORT_SUBMITTED;
                                    case "accepted" -> AwardEvent.Kind.REPORT_ACCEPTED;
                                    case "returned" -> AwardEvent.Kind.REPORT_RETURNED;
                                    case "" -> throw AwardException.missing("happened");
                                    default ->
                                            throw AwardException.notAWord(
                                                    "happened", fields.text("happened"));
                                })
                .orElse(AwardEvent.Kind.UNDO);
    }

    private static boolean yes(AwardFields fields, String field) {
        return fields.errors()
                .read(
                        field,
                        () ->
                                switch (fields.text(field)) {
                                    case "yes" -> true;
                                    case "no" -> false;
                                    case "" -> throw AwardException.missing(field);
                                    default ->
                                            throw AwardException.notAWord(
                                                    field, fields.text(field));
                                })
                .orElse(false);
    }

    private static long number(AwardFields fields, String field) {
        return fields.errors()
                .read(
                        field,
                        () -> {
                            var text = fields.text(field).strip();
                            if (text.isEmpty()) throw AwardException.missing(field);
                            if (!text.matches("[0-9]{1,9}")) {
                                throw AwardException.notAWord(field, text);
                            }
                            return Long.valueOf(text);
                        })
                .orElse(0L);
    }

    private static Amount amount(AwardFields fields) {
        return new Amount(
                fields.day("date"),
                fields.optional("fund"),
                fields.amount("amount"),
                fields.optional("document"),
                fields.optional("description"),
                fields.optional("otherFund"));
    }

    /** One amount per fund of the award, in fields named {@code amount.FUND}. */
    private static Receipt receipt(AwardTerms terms, AwardFields fields) {
        Map<String, Long> byFund = new TreeMap<>();
        for (var purpose : terms.purposes()) {
            var amount = fields.optionalAmount("amount." + purpose.fund());
            if (amount != 0) byFund.put(purpose.fund(), amount);
        }
        if (byFund.isEmpty() && !fields.errors().any()) {
            fields.errors()
                    .add(
                            "amount." + terms.purposes().getFirst().fund(),
                            AwardException.missing("amount"));
        }
        return new Receipt(
                fields.day("date"),
                fields.optional("tranche"),
                byFund,
                fields.optional("document"),
                fields.optional("description"));
    }

    private static Spending spending(AwardTerms terms, AwardFields fields) {
        var parts = new ArrayList<Part>();
        var line = fields.optional("awardLine");
        if (line != null) {
            parts.add(new Part(fundOf(terms, line), line, fields.amount("amount")));
        }
        var other = fields.optional("otherFund");
        if (other != null || line == null) {
            parts.add(
                    new Part(
                            fields.required("otherFund"),
                            fields.optional("otherLine"),
                            fields.amount("otherAmount")));
        }
        return new Spending(
                fields.day("date"),
                fields.optional("document"),
                fields.required("description"),
                fields.required("account"),
                fields.optional("from"),
                fields.optional("vendor"),
                List.copyOf(parts));
    }

    /** The fund of a line's purpose; the first of the award where the line is not known. */
    private static String fundOf(AwardTerms terms, String line) {
        var parts = line.split("/", -1);
        return parts.length < 2
                ? terms.purposes().getFirst().fund()
                : terms.line(parts[1])
                        .map(one -> terms.purpose(one.purpose()).fund())
                        .orElse(terms.purposes().getFirst().fund());
    }
}
