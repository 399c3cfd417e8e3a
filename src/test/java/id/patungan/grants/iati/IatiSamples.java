package id.patungan.grants.iati;

import id.patungan.basics.Money;
import id.patungan.grants.iati.IatiActivity.ActivityDate;
import id.patungan.grants.iati.IatiActivity.Budget;
import id.patungan.grants.iati.IatiActivity.Country;
import id.patungan.grants.iati.IatiActivity.Defaults;
import id.patungan.grants.iati.IatiActivity.DocumentLink;
import id.patungan.grants.iati.IatiActivity.Head;
import id.patungan.grants.iati.IatiActivity.Indicator;
import id.patungan.grants.iati.IatiActivity.Organisation;
import id.patungan.grants.iati.IatiActivity.Participant;
import id.patungan.grants.iati.IatiActivity.Party;
import id.patungan.grants.iati.IatiActivity.Period;
import id.patungan.grants.iati.IatiActivity.Planned;
import id.patungan.grants.iati.IatiActivity.Result;
import id.patungan.grants.iati.IatiActivity.Sector;
import id.patungan.grants.iati.IatiActivity.Transaction;
import id.patungan.grants.iati.IatiActivity.Value;
import id.patungan.grants.iati.IatiActivity.Words;
import id.patungan.grants.iati.IatiCode.BudgetStatus;
import id.patungan.grants.iati.IatiCode.BudgetType;
import id.patungan.grants.iati.IatiCode.DateType;
import id.patungan.grants.iati.IatiCode.Measure;
import id.patungan.grants.iati.IatiCode.OrganisationType;
import id.patungan.grants.iati.IatiCode.ResultType;
import id.patungan.grants.iati.IatiCode.Role;
import id.patungan.grants.iati.IatiCode.Status;
import id.patungan.grants.iati.IatiCode.TransactionType;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Activities for tests: one by hand, whose amounts are invented, and any number by chance. */
final class IatiSamples {

    static final LocalDate TODAY = LocalDate.of(2006, 12, 31);

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String BODY = "ID-KSD-KARTAMANTUL";

    private IatiSamples() {}

    /** A grant in euros to a body whose book is in rupiah: every element once at least. */
    static IatiActivity grant() {
        var body = new Organisation(BODY, OrganisationType.OTHER_PUBLIC, "Sekber Kartamantul");
        var donor = new Organisation("XM-DAC-5-52", OrganisationType.GOVERNMENT, "GTZ");
        var from = LocalDate.of(2005, 1, 1);
        var money = new Party(donor, "XM-DAC-5-52-2004.1");
        return new IatiActivity(
                new Head(
                        BODY + "-GTZ-2005",
                        body,
                        new Words("Dukungan kelembagaan", "Institutional support"),
                        new Words("Contoh; jumlahnya rekaan.", "Sample; its amounts are invented."),
                        Instant.parse("2006-12-31T09:00:00Z"),
                        IDR),
                List.of(
                        new Participant(Role.FUNDING, donor, "XM-DAC-5-52-2004.1"),
                        new Participant(Role.IMPLEMENTING, body, null)),
                Status.CLOSED,
                List.of(
                        new ActivityDate(DateType.PLANNED_START, from),
                        new ActivityDate(DateType.ACTUAL_START, from),
                        new ActivityDate(DateType.PLANNED_END, TODAY),
                        new ActivityDate(DateType.ACTUAL_END, TODAY)),
                List.of(new Country("ID", null)),
                List.of(new Sector(null, "15112", null, null)),
                new Defaults("10", "110", null, null),
                List.of(
                        new Budget(
                                BudgetType.ORIGINAL,
                                BudgetStatus.COMMITTED,
                                from,
                                LocalDate.of(2005, 12, 31),
                                new Value(new Money(IDR, 200_000_000_00L), from))),
                List.of(
                        new Planned(
                                BudgetType.ORIGINAL,
                                from,
                                null,
                                new Value(new Money(EUR, 10_000_00), from),
                                money,
                                new Party(body, null))),
                transactions(money, new Party(body, BODY + "-GTZ-2005")),
                List.of(
                        new DocumentLink(
                                "https://example.org/perjanjian.pdf",
                                "application/pdf",
                                new Words("Perjanjian", "Agreement"),
                                List.of("A09"),
                                "id",
                                from)),
                List.of(
                        new Result(
                                ResultType.OUTPUT,
                                Words.of("1.1"),
                                List.of(
                                        new Indicator(
                                                Measure.UNIT,
                                                new Words("Pelatihan", "Trainings"),
                                                List.of(new Period(from, TODAY, "12", "9")))))));
    }

    private static List<Transaction> transactions(Party donor, Party body) {
        var all = new ArrayList<Transaction>();
        all.add(
                new Transaction(
                        "1/2005",
                        TransactionType.INCOMING_COMMITMENT,
                        LocalDate.of(2004, 12, 20),
                        new Value(new Money(EUR, 40_000_00), LocalDate.of(2004, 12, 20)),
                        null,
                        donor,
                        body));
        all.add(
                new Transaction(
                        "RC-2005-0001",
                        TransactionType.INCOMING_FUNDS,
                        LocalDate.of(2005, 2, 1),
                        new Value(new Money(EUR, 10_000_00), LocalDate.of(2005, 2, 1)),
                        null,
                        donor,
                        body));
        all.addAll(
                MonthlySpending.transactions(
                        List.of(
                                cost(LocalDate.of(2005, 2, 3), "B", "Rapat", 3_000_000_00),
                                cost(LocalDate.of(2005, 2, 20), "A", "Pelatihan", 1_250_000_50),
                                cost(LocalDate.of(2005, 2, 21), "A", "Pelatihan", 750_000_00),
                                cost(LocalDate.of(2005, 3, 1), "A", "Pelatihan", 5_00),
                                cost(LocalDate.of(2005, 3, 2), "A", "Pelatihan", -5_00)),
                        body));
        all.add(
                new Transaction(
                        "STS 7/2006",
                        TransactionType.INCOMING_FUNDS,
                        LocalDate.of(2006, 12, 20),
                        new Value(new Money(EUR, -250_00), LocalDate.of(2006, 12, 20)),
                        new Words("Pengembalian sisa dana", "Refund of unspent money"),
                        donor,
                        body));
        return all;
    }

    static MonthlySpending.Cost cost(LocalDate on, String line, String name, long amount) {
        return new MonthlySpending.Cost(on, line, Words.of(name), new Money(IDR, amount));
    }

    /** Breaks no rule; its texts hold what people paste. */
    static IatiActivity random(Random random, int number) {
        var body = new Organisation(BODY, pick(random, OrganisationType.values()), text(random));
        var donor =
                new Organisation(
                        random.nextBoolean() ? "XM-DAC-5-52" : null,
                        random.nextBoolean() ? pick(random, OrganisationType.values()) : null,
                        text(random));
        var start = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(2000));
        var end = start.plusDays(random.nextInt(500));
        return new IatiActivity(
                new Head(
                        BODY + "-" + number,
                        body,
                        words(random),
                        words(random),
                        random.nextBoolean() ? Instant.ofEpochSecond(random.nextInt()) : null,
                        IDR),
                several(
                        random,
                        1,
                        () -> new Participant(pick(random, Role.values()), donor, maybe(random))),
                pick(random, Status.values()),
                List.of(
                        new ActivityDate(DateType.PLANNED_START, start),
                        new ActivityDate(DateType.ACTUAL_END, end)),
                random.nextBoolean() ? List.of() : List.of(new Country("ID", percent(100))),
                sectors(random),
                new Defaults(maybe(random), maybe(random), maybe(random), maybe(random)),
                several(random, 0, () -> budget(random, start)),
                several(
                        random,
                        0,
                        () ->
                                new Planned(
                                        pick(random, BudgetType.values()),
                                        start,
                                        random.nextBoolean() ? end : null,
                                        value(random, start),
                                        new Party(donor, maybe(random)),
                                        new Party(body, maybe(random)))),
                several(random, 0, () -> transaction(random, donor, start)),
                several(
                        random,
                        0,
                        () ->
                                new DocumentLink(
                                        "https://example.org/" + random.nextInt(),
                                        "application/pdf",
                                        words(random),
                                        List.of("A09", "A11"),
                                        random.nextBoolean() ? "id" : null,
                                        random.nextBoolean() ? start : null)),
                several(random, 0, () -> result(random, start, end)));
    }

    private static List<Sector> sectors(Random random) {
        var named = new Sector("99", "x", null, words(random));
        if (random.nextBoolean()) return List.of(new Sector("1", "15112", null, null), named);
        var part = random.nextInt(101);
        return List.of(
                new Sector(null, "15112", percent(part), null),
                new Sector("1", "43030", percent(100 - part), words(random)));
    }

    private static Budget budget(Random random, LocalDate start) {
        return new Budget(
                pick(random, BudgetType.values()),
                pick(random, BudgetStatus.values()),
                start,
                start.plusDays(random.nextInt(365)),
                value(random, start));
    }

    private static Transaction transaction(Random random, Organisation donor, LocalDate start) {
        var on = start.plusDays(random.nextInt(300));
        return new Transaction(
                maybe(random),
                pick(random, TransactionType.values()),
                on,
                value(random, on),
                random.nextBoolean() ? words(random) : null,
                random.nextBoolean() ? new Party(donor, maybe(random)) : null,
                random.nextBoolean() ? new Party(donor, maybe(random)) : null);
    }

    private static Result result(Random random, LocalDate start, LocalDate end) {
        return new Result(
                pick(random, ResultType.values()),
                words(random),
                several(
                        random,
                        1,
                        () ->
                                new Indicator(
                                        pick(random, Measure.values()),
                                        words(random),
                                        several(
                                                random,
                                                0,
                                                () ->
                                                        new Period(
                                                                start,
                                                                end,
                                                                maybe(random),
                                                                maybe(random))))));
    }

    private static Value value(Random random, LocalDate on) {
        return new Value(new Money(pick(random, new Currency[] {IDR, EUR}), random.nextLong()), on);
    }

    private static Words words(Random random) {
        return new Words(text(random), random.nextBoolean() ? text(random) : null);
    }

    private static String text(Random random) {
        var pasted = List.of("a", "<b>", "&amp;", "]]>", "\u0007", "\u00e9", "\ud83d\ude00", "\"");
        var text = new StringBuilder("n");
        for (int more = random.nextInt(6); more > 0; more--) {
            text.append(pasted.get(random.nextInt(pasted.size()))).append(' ');
        }
        return text.toString();
    }

    private static @Nullable String maybe(Random random) {
        return random.nextBoolean() ? text(random) : null;
    }

    private static BigDecimal percent(int part) {
        return BigDecimal.valueOf(part);
    }

    private static <T> T pick(Random random, T[] of) {
        return of[random.nextInt(of.length)];
    }

    private static <T> List<T> several(Random random, int atLeast, Supplier<T> one) {
        var all = new ArrayList<T>();
        for (int more = atLeast + random.nextInt(3); more > 0; more--) {
            all.add(one.get());
        }
        return all;
    }
}
