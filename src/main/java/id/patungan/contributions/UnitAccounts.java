package id.patungan.contributions;

import id.patungan.basics.Money;
import id.patungan.contributions.OpenItemRepository.As;
import id.patungan.contributions.UnitPartRepository.Divided;
import id.patungan.contributions.UnitPartRepository.Moved;
import id.patungan.contributions.UnitPartRepository.Which;
import id.patungan.contributions.paying.LinesVersion;
import id.patungan.contributions.paying.PaymentLines;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the paying units of parties were charged, have paid and owe, within the viewer's reach. */
@Service
public class UnitAccounts {

    private final UnitPartRepository parts;
    private final PaymentLines lines;
    private final ReceiptRepository parties;
    private final OpenItemRepository openItems;
    private final Books books;
    private final Transactions transactions;

    UnitAccounts(
            UnitPartRepository parts,
            PaymentLines lines,
            ReceiptRepository parties,
            OpenItemRepository openItems,
            Books books,
            Transactions transactions) {
        this.parts = parts;
        this.lines = lines;
        this.parties = parties;
        this.openItems = openItems;
        this.books = books;
        this.transactions = transactions;
    }

    /**
     * What to look at.
     *
     * @param party its code; null for all within reach
     * @param assessment its code; null for all
     * @param asOf accounting dates up to this day; null for all
     * @param knownAt entries up to this number; null for the whole book
     */
    public record Asked(
            @Nullable String party,
            @Nullable String assessment,
            @Nullable LocalDate asOf,
            @Nullable Long knownAt) {

        /** Refuses a day of no paper. */
        public Asked {
            if (asOf != null) asOf = Typed.day("asOf", asOf);
        }
    }

    /**
     * The parts of divided charges, by charge, in the order of their lines; charges that were
     * cancelled, or not issued yet, stay out.
     *
     * @throws AccessException not found, if the party is not within reach
     */
    public List<UnitAccount> of(Access access, Asked asked) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> read(access, asked));
    }

    private List<UnitAccount> read(Access access, Asked asked) {
        var body = access.body();
        var party = asked.party();
        // Refuses a party that is not within reach
        var versions = lines.versions(access, party);
        var which =
                new Which(
                        null,
                        access.reach(),
                        party == null
                                ? null
                                : parties.payer(body, party)
                                        .orElseThrow(() -> AccessException.nothingHere("party"))
                                        .id(),
                        asked.assessment());
        var divided = parts.divided(body, which);
        if (divided.isEmpty()) return List.of();
        var as = openItems.bound(body, new As(asked.asOf(), asked.knownAt(), LocalDate.EPOCH));
        var moved =
                parts.moved(body, which, as).stream().collect(Collectors.groupingBy(Moved::charge));
        var names = parts.names(body);
        var currency = books.get(body).currency();
        var accounts = new ArrayList<UnitAccount>();
        divided.forEach((charge, one) -> {
            var version = version(versions, one);
            accounts.addAll(
                    accounts(
                            charge,
                            version,
                            moved.getOrDefault(charge, List.of()),
                            names,
                            currency));
        });
        return accounts;
    }

    private static LinesVersion version(List<LinesVersion> versions, Divided divided) {
        return versions.stream()
                .filter(one -> one.partyId().value() == divided.party())
                .filter(one -> one.version() == divided.version())
                .findFirst()
                .orElseThrow();
    }

    private static List<UnitAccount> accounts(
            String charge,
            LinesVersion version,
            List<Moved> moved,
            Map<String, String> names,
            Currency currency) {
        var units = new LinkedHashMap<@Nullable String, Sums>();
        version.lines().forEach(line -> units.put(line.unit(), new Sums(0, 0, 0)));
        for (var one : moved) {
            units.merge(
                    one.unit(), new Sums(one.billed(), one.open(), one.writtenOff()), Sums::plus);
        }
        units.values().removeIf(Sums::nothing);
        var accounts = new ArrayList<UnitAccount>();
        units.forEach((unit, sums) ->
                accounts.add(
                        new UnitAccount(
                                charge,
                                charge.substring(0, charge.indexOf('/')),
                                version.party(),
                                version.partyName(),
                                unit,
                                unit == null ? null : names.get(unit),
                                version.version(),
                                unit == null ? null : version.line(unit),
                                new Money(currency, sums.billed()),
                                new Money(
                                        currency, sums.billed() - sums.writtenOff() - sums.open()),
                                new Money(currency, sums.writtenOff()),
                                new Money(currency, sums.open()))));
        return accounts;
    }

    private record Sums(long billed, long open, long writtenOff) {

        Sums plus(Sums other) {
            return new Sums(
                    Math.addExact(billed, other.billed),
                    Math.addExact(open, other.open),
                    Math.addExact(writtenOff, other.writtenOff));
        }

        boolean nothing() {
            return billed == 0 && open == 0 && writtenOff == 0;
        }
    }
}
