package id.patungan.forecasting.projection;

import static java.time.temporal.ChronoUnit.MONTHS;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.projection.Material.Charge;
import id.patungan.forecasting.projection.Material.Payment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How late a payer pays, learned from what it was charged and when it paid: every rupiah counts in
 * the months between the month it was due and the month it came; what came early counts as in time.
 *
 * <p>Payments settle what fell due first. What is overdue and open counts as if it came next month,
 * and once it is {@link #LATEST} months late, as never coming; so does what was written off. What
 * was given in kind says nothing about money.
 *
 * @param lag the shares
 * @param charges how many charges it was learned from
 */
public record PaymentHabit(Lag lag, int charges) {

    /** Months after which what is open is not expected any more. */
    public static final int LATEST = 24;

    /** Nothing is known: it is taken to pay when it is due. */
    public static final PaymentHabit UNKNOWN = new PaymentHabit(Lag.AT_ONCE, 0);

    /** Of charges as they stand on a day; {@link #UNKNOWN} if they say nothing. */
    public static PaymentHabit of(List<Charge> charges, LocalDate asOf) {
        var weights = new long[LATEST + 1];
        long never = 0;
        int counted = 0;
        for (var charge : charges) {
            var learned = learn(charge, asOf, weights);
            never = Math.addExact(never, learned.never());
            if (learned.something()) counted++;
        }
        var total = Arrays.stream(weights).reduce(never, Math::addExact);
        if (total == 0) return UNKNOWN;
        var shares = new ArrayList<Fraction>();
        for (var weight : weights) shares.add(Fraction.of(weight, total));
        while (!shares.isEmpty() && shares.getLast().signum() == 0) shares.removeLast();
        return new PaymentHabit(new Lag(shares), counted);
    }

    private record Learned(long never, boolean something) {}

    private static Learned learn(Charge charge, LocalDate asOf, long[] weights) {
        var payments = new ArrayList<>(charge.payments());
        var given = charge.credited();
        var lost = charge.writtenOff();
        long never = 0;
        var something = false;
        for (var part : charge.parts()) {
            var left = part.amount();
            var taken = Math.min(left, given);
            given -= taken;
            left -= taken;
            while (left > 0 && !payments.isEmpty()) {
                var payment = payments.removeFirst();
                var used = Math.min(left, payment.amount());
                left -= used;
                if (used < payment.amount()) payments.addFirst(rest(payment, used));
                if (!payment.money()) continue;
                weights[late(part.due(), payment.on())] += used;
                something = true;
            }
            if (left == 0 || !part.due().isBefore(asOf)) continue;
            var gone = Math.min(left, lost);
            lost -= gone;
            left -= gone;
            var late = MONTHS.between(YearMonth.from(part.due()), YearMonth.from(asOf)) + 1;
            if (late > LATEST) gone += left;
            else weights[(int) late] += left;
            never += gone;
            something = true;
        }
        return new Learned(never, something);
    }

    private static Payment rest(Payment payment, long used) {
        return new Payment(payment.on(), payment.amount() - used, payment.money());
    }

    private static int late(LocalDate due, LocalDate paid) {
        var months = MONTHS.between(YearMonth.from(due), YearMonth.from(paid));
        return Math.clamp(months, 0, LATEST);
    }
}
