package id.patungan.parties;

import id.patungan.basics.PartyId;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Transactions;

import org.springframework.stereotype.Service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The agreements on which a body rests. Whoever does not read the whole body reads the agreements
 * that a party within reach has signed.
 */
@Service
public class Agreements {

    private final AgreementRepository agreements;
    private final PartyRepository parties;
    private final Books books;
    private final Audit audit;
    private final Transactions transactions;

    Agreements(
            AgreementRepository agreements,
            PartyRepository parties,
            Books books,
            Audit audit,
            Transactions transactions) {
        this.agreements = agreements;
        this.parties = parties;
        this.books = books;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** All agreements within reach, by date of signing. */
    public List<Agreement> all(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> agreements.all(access));
    }

    /** The agreement with the body's own short name, if it is within reach. */
    public Optional<Agreement> find(Access access, String code) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> agreements.byCode(access, code));
    }

    /**
     * The agreement with the body's own short name.
     *
     * @throws PartiesException not found, also where it is not within reach
     */
    public Agreement get(Access access, String code) {
        return find(access, code).orElseThrow(() -> PartiesException.noSuchAgreement(code));
    }

    /**
     * Enters an agreement; its signatories must be registered. The same agreement again changes
     * nothing.
     */
    public Agreement add(Access access, AgreementText text) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    var existing = find(access, text.code());
                    if (existing.isPresent()) {
                        if (!existing.get().text().equals(text)) {
                            throw PartiesException.agreementExists(text.code());
                        }
                        return existing.get();
                    }
                    agreements.insert(access.body(), text, signers(access, text));
                    audit.record(access, "agreement.add", text.code(), null, text);
                    return get(access, text.code());
                });
    }

    /**
     * Corrects subject, dates, reference and note, and adds articles after those that are there;
     * before and after are in the audit trail. Type, signatories, numbers and the articles already
     * entered stay: what was signed differently is another agreement.
     */
    public Agreement change(Access access, AgreementText text) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    var before = get(access, text.code());
                    var old = before.text();
                    if (old.equals(text)) {
                        return before;
                    }
                    var kept = old.articles().size();
                    var unchanged =
                            old.type() == text.type()
                                    && old.signers().equals(text.signers())
                                    && old.numbers().equals(text.numbers())
                                    && text.articles().size() >= kept
                                    && text.articles().subList(0, kept).equals(old.articles());
                    if (!unchanged) {
                        throw PartiesException.agreementExists(text.code());
                    }
                    agreements.update(access.body(), before.id(), text);
                    agreements.insertArticles(
                            access.body(),
                            before.id(),
                            text.articles().subList(kept, text.articles().size()),
                            kept);
                    audit.record(access, "agreement.change", text.code(), old, text);
                    return get(access, text.code());
                });
    }

    private Map<String, PartyId> signers(Access access, AgreementText text) {
        var found = new HashMap<String, PartyId>();
        for (var signer : text.signers()) {
            var id =
                    parties.idOf(access.body(), signer.party())
                            .orElseThrow(() -> PartiesException.noSuchParty(signer.party()));
            found.put(signer.party(), id);
        }
        return found;
    }
}
