package id.patungan.contributions;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Something that a party gave in kind: an office, staff, vehicles. Never cash, never a bank.
 *
 * @param number in the register, from 1 without gaps
 * @param partyName its name
 * @param from first day of the period
 * @param until last day of the period, included
 * @param document the paper of the valuation
 * @param tariff agreed for one of the quantity; null if none was agreed
 * @param counts towards which charge an agreement counts it; null if none does
 * @param account an expense, or a fixed asset
 * @param on accounting date
 * @param counted what it took off the charge; null as long as it is not recorded
 * @param paper null as long as it is not recorded, and for what was rejected
 */
public record InKind(
        int number,
        String party,
        String partyName,
        Kind kind,
        String what,
        LocalDate from,
        LocalDate until,
        BigDecimal quantity,
        String unit,
        Valuation valuation,
        String document,
        @Nullable Money tariff,
        Money value,
        @Nullable InKindCounting counts,
        String fund,
        String account,
        LocalDate on,
        @Nullable Basis basis,
        String preparedBy,
        Instant preparedAt,
        @Nullable Decision decision,
        @Nullable Money counted,
        @Nullable Paper paper) {

    /** What is given. */
    public enum Kind {
        /** A room, a building. */
        OFFICE,
        /** Seconded people. */
        STAFF,
        /** Cars and other vehicles. */
        VEHICLE,
        /** Anything else. */
        OTHER;

        /** As stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The kind of that code.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind of(String code) {
            for (var kind : values()) {
                if (kind.code().equals(code)) return kind;
            }
            throw new IllegalArgumentException(
                    "'" + code + "' is not a kind; use office, staff, vehicle or other");
        }
    }

    /** What the value rests on. */
    public enum Valuation {
        /** The agreed tariff for each of the quantity. */
        TARIFF,
        /** What the same costs on the market. */
        MARKET,
        /** What it stands at in the giver's books. */
        BOOK;

        /** As stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The valuation of that code.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Valuation of(String code) {
            for (var valuation : values()) {
                if (valuation.code().equals(code)) return valuation;
            }
            throw new IllegalArgumentException(
                    "'" + code + "' is not a valuation; use tariff, market or book");
        }
    }

    /** Where it stands. */
    public enum State {
        /** Waits for another person. */
        PROPOSED,
        /** Stands in the book. */
        RECORDED,
        /** Was turned down. */
        REJECTED,
        /** Was recorded, and reversed since. */
        REVERSED;

        /** As sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who decided about it, and why. */
    public record Decision(boolean approved, @Nullable String reason, String by, Instant at) {}

    /** Where it stands. */
    public State state() {
        if (decision == null) return State.PROPOSED;
        if (!decision.approved() || paper == null) return State.REJECTED;
        return paper.reversal() == null ? State.RECORDED : State.REVERSED;
    }

    /** What is income in kind beside the dues; null as long as it is not recorded. */
    public @Nullable Money beside() {
        return counted == null ? null : value.minus(counted);
    }
}
