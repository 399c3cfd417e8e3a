package id.patungan.parties;

import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parties of a body: regions, donors, vendors and others. Reads are limited to what the asker
 * may know: staff and auditors read all, others the party that their permission names.
 */
@Service
public class Parties {

    /** How many parties stand on one page of a list. */
    public static final int PAGE = 100;

    private final PartyRepository parties;
    private final Books books;
    private final Audit audit;
    private final Transactions transactions;

    Parties(PartyRepository parties, Books books, Audit audit, Transactions transactions) {
        this.parties = parties;
        this.books = books;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * The parties whose name contains the text or whose code begins with it, by code.
     *
     * @param page 1 for the first
     */
    public PartyPage list(Access access, String text, @Nullable PartyKind kind, int page) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> {
            var total = parties.count(access, text, kind);
            var last = Math.max(1, (total + PAGE - 1) / PAGE);
            var shown = Math.clamp(page, 1, last);
            var rows = parties.list(access, text, kind, (shown - 1) * PAGE, PAGE);
            return new PartyPage(rows, shown, last, total);
        });
    }

    /** The party of that code, if it is within reach. */
    public Optional<Party> find(Access access, String code) {
        return Optional.ofNullable(byCodes(access, Set.of(code)).get(code));
    }

    /**
     * The party of that code.
     *
     * @throws PartiesException not found, also where it is not within reach
     */
    public Party get(Access access, String code) {
        return find(access, code).orElseThrow(() -> PartiesException.noSuchParty(code));
    }

    /** The parties within reach by their codes, in the order of codes; others are left out. */
    public Map<String, Party> byCodes(Access access, Collection<String> codes) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> parties.byCodes(access, codes));
    }

    /**
     * Registers a party with the body and its book. A region keeps its official name; registering
     * the same party again changes nothing.
     *
     * @throws PartiesException if there is no such region, or the code belongs to another party
     */
    public Party add(Access access, NewParty wish) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    var existing = find(access, wish.code());
                    if (existing.isPresent()) {
                        requireSame(existing.get(), wish);
                        return existing.get();
                    }
                    return store(access, wish);
                });
    }

    /** The party is there already: fine if nothing else was asked for. */
    static void requireSame(Party existing, NewParty wish) {
        var name = wish.name();
        if (existing.kind() == PartyKind.REGION) {
            requireOfficial(existing.code(), existing.name(), name);
        } else if (!existing.name().equals(name) || existing.kind() != wish.kind()) {
            throw PartiesException.partyExists(existing.code(), existing.name());
        }
        if (!wish.contact().equals(Contact.NONE) && !wish.contact().equals(existing.contact())) {
            throw PartiesException.partyExists(existing.code(), existing.name());
        }
    }

    /** A file may repeat the official name, a province with or without the word. */
    static void requireOfficial(String code, String official, @Nullable String name) {
        if (name != null
                && !official.equalsIgnoreCase(name)
                && !official.equalsIgnoreCase("Provinsi " + name)) {
            throw PartiesException.regionName(code, official);
        }
    }

    /** Stores a party that is not there yet, within the unit of work of the caller. */
    Party store(Access access, NewParty wish) {
        var party = registered(access, wish);
        parties.insertIntoBody(access.body(), party.id(), party.contact());
        books.registerParty(access.body(), party.id(), party.code(), party.name());
        audit.record(access, "party.add", party.code(), null, party);
        return party;
    }

    private Party registered(Access access, NewParty wish) {
        var name = wish.name();
        if (wish.kind() == PartyKind.REGION) {
            var region =
                    parties.regionParty(wish.code())
                            .orElseThrow(() -> PartiesException.noSuchRegion(wish.code()));
            requireOfficial(wish.code(), region.name(), name);
            return new Party(
                    region.party(), wish.code(), wish.kind(), region.name(), wish.contact());
        }
        if (name == null) {
            throw PartiesException.missing(PartyField.NAME);
        }
        var id = parties.insert(access.body(), wish, name);
        return new Party(id, wish.code(), wish.kind(), name, wish.contact());
    }

    /**
     * Edits the name and the address of a party; before and after are in the audit trail.
     *
     * @param name must be the official one for a region
     */
    public Party change(Access access, String code, String name, Contact contact) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    var before = get(access, code);
                    var wanted = Texts.required(PartyField.NAME, name, 200);
                    if (before.kind() == PartyKind.REGION) {
                        requireOfficial(code, before.name(), wanted);
                        wanted = before.name();
                    }
                    var after = new Party(before.id(), code, before.kind(), wanted, contact);
                    if (after.equals(before)) {
                        return before;
                    }
                    if (!before.name().equals(wanted)) {
                        parties.rename(before.id(), wanted);
                        books.registerParty(access.body(), before.id(), code, wanted);
                    }
                    parties.updateContact(access.body(), before.id(), contact);
                    audit.record(access, "party.change", code, before, after);
                    return after;
                });
    }

    /**
     * One page of a list.
     *
     * @param page 1 for the first
     * @param pages at least 1
     * @param total of all pages
     */
    public record PartyPage(List<Party> rows, int page, int pages, int total) {

        /** Copies the list. */
        public PartyPage {
            rows = List.copyOf(rows);
        }
    }
}
