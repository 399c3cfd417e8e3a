package id.patungan.grants.pages;

import id.patungan.platform.Action;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be recorded about an award, and the fields that say it. */
enum AwardAction {
    /** Money from the giver. */
    RECEIVE("date", "tranche", "byFund", "document", "description"),
    /** The claim to unconditional money. */
    AGREE("date", "tranche", "byFund", "description"),
    /** Interest from the bank. */
    INTEREST("date", "fund", "amount", "document", "otherFund"),
    /** A cost. */
    SPEND(
            "date",
            "document",
            "description",
            "account",
            "awardLine",
            "amount",
            "from",
            "vendor",
            "otherFund",
            "otherLine",
            "otherAmount"),
    /** A cost that another fund bears after all. */
    MOVE("date", "awardLine", "account", "amount", "toFund", "document", "reason"),
    /** Another fund pays what it owes. */
    SETTLE("date", "fund", "amount", "otherFund", "document"),
    /** What is left is owed back. */
    GIVE_UP("date", "fund", "amount", "description"),
    /** What is owed is paid back. */
    REFUND("date", "fund", "amount", "document"),
    /** A promise to a sponsor is kept or broken. */
    PROMISE("date", "promise", "kept", "document"),
    /** A report was handed in, accepted, or sent back. */
    REPORT("date", "report", "happened", "document", "reason"),
    /** A milestone is reached. */
    MILESTONE("date", "tranche", "document"),
    /** A part of the money is promised to a region or an organisation. */
    PASS_ON("date", "receiver", "amount", "document", "description"),
    /** A rule is set aside for one document. */
    OVERRIDE("rule", "document", "amount", "reason"),
    /** An activity outside the frame is made known. */
    OUTSIDE("activity", "nameId", "nameEn"),
    /** An entry of the award is undone. */
    UNDO("entry", "date", "reason"),
    /** An event is taken back. */
    TAKE_BACK("event", "reason");

    @SuppressWarnings("ImmutableEnumChecker") // a list made by List.of
    private final List<String> fields;

    AwardAction(String... fields) {
        this.fields = List.of(fields);
    }

    /** As in addresses: {@code give-up}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fields, in their order. */
    public List<String> fields() {
        return fields;
    }

    /** Who may do it. */
    Action needs() {
        return this == OVERRIDE ? Action.APPROVE : Action.PREPARE;
    }

    static Optional<AwardAction> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
