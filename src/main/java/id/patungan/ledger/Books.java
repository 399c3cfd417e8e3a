package id.patungan.ledger;

import id.patungan.basics.BodyId;
import id.patungan.basics.PartyId;
import id.patungan.platform.Access;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The books of bodies and what may appear in them: accounts, funds, parties, projects. */
@Service
public class Books {

    /**
     * Opens the book of {@code access.body()}, with the default chart of accounts and no funds but
     * UMUM.
     */
    public Book open(Access access, NewBook wish) {
        throw new UnsupportedOperationException();
    }

    /** The book of the body. */
    public Book get(BodyId body) {
        throw new UnsupportedOperationException();
    }

    /** The book of the body, if it is open. */
    public Optional<Book> find(BodyId body) {
        throw new UnsupportedOperationException();
    }

    /**
     * Runs the work in one transaction that has locked the head of the book first; joins an outer
     * one.
     */
    public <T> T write(BodyId body, Supplier<T> work) {
        throw new UnsupportedOperationException();
    }

    /** The chart of accounts, by code. */
    public List<Account> accounts(Access access) {
        throw new UnsupportedOperationException();
    }

    /** The funds within reach, by code. */
    public List<Fund> funds(Access access) {
        throw new UnsupportedOperationException();
    }

    /** Adds accounts, and renames those that are there. */
    public void addAccounts(Access access, List<Account> accounts) {
        throw new UnsupportedOperationException();
    }

    /** Adds funds, and renames those that are there. */
    public void addFunds(Access access, List<Fund> funds) {
        throw new UnsupportedOperationException();
    }

    /** Makes the party known to the book; again with another name renames it. */
    public void registerParty(BodyId body, PartyId party, String code, String name) {
        throw new UnsupportedOperationException();
    }

    /** Makes a paying unit of a party known to the book. */
    public void addUnit(BodyId body, String party, String code, String name) {
        throw new UnsupportedOperationException();
    }

    /** Makes a project known to the book. */
    public void addProject(BodyId body, String code, String nameId, String nameEn) {
        throw new UnsupportedOperationException();
    }

    /** Makes an award line, or a pair {@code line/logframe}, known to the book. */
    public void addAwardLine(BodyId body, String code, String nameId, String nameEn) {
        throw new UnsupportedOperationException();
    }

    /**
     * The next gap-free number of documents of that type and fiscal year; call it late, inside
     * {@link #write}.
     */
    public int nextDocumentNumber(BodyId body, String type, int fiscalYear) {
        throw new UnsupportedOperationException();
    }
}
