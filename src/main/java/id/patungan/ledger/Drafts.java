package id.patungan.ledger;

import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * Entries that wait for another person's approval. Every edit makes a new version; a decision is
 * about one version and its content, so editing voids it. All changes happen under the lock of the
 * book's head, so a draft cannot be posted while somebody edits it.
 */
@Service
public class Drafts {

    /** What the source key of an entry that was a draft begins with; no other entry has it. */
    public static final String KEY = "draft:";

    private final Books books;
    private final DraftRepository drafts;
    private final EntryRepository entries;
    private final EntryWriter writer;
    private final Recorder recorder;

    Drafts(
            Books books,
            DraftRepository drafts,
            EntryRepository entries,
            EntryWriter writer,
            Recorder recorder) {
        this.books = books;
        this.drafts = drafts;
        this.entries = entries;
        this.writer = writer;
        this.recorder = recorder;
    }

    /**
     * Keeps a new draft. The source key of the entry is that of the request: asked again with it,
     * the draft that is there is returned; the entry will be posted under {@code draft:<id>}.
     *
     * @throws LedgerException if a code is unknown or the key was used for other content
     */
    public Draft create(Access access, NewEntry entry) {
        access.require(Action.PREPARE);
        requireKind(entry);
        var currency = books.currency(access.body());
        return books.write(
                access.body(),
                () -> {
                    var there = drafts.findAsked(access.body(), entry.sourceKey());
                    if (there.isPresent()) {
                        return sameWish(there.get(), entry);
                    }
                    var id = drafts.nextId(access.body());
                    var asked = Asked.entry(currency, keyed(entry, id));
                    writer.requireFit(asked);
                    drafts.insert(access.body(), id, entry.sourceKey());
                    drafts.insertVersion(
                            access.body(), id, 1, asked, access.handle(), recorder.now());
                    return recorder.changed(access, "draft.create", null, find(access, id));
                });
    }

    private static Draft sameWish(Draft draft, NewEntry entry) {
        if (draft.version() == 1 && !draft.entry().equals(keyed(entry, draft.id()))) {
            throw LedgerException.otherContent(entry.sourceKey());
        }
        return draft;
    }

    /**
     * Replaces the content: a new version, open again; what was said of the older one no longer
     * counts.
     *
     * @param version the one that was looked at
     * @throws LedgerException if there is a newer one, or the draft is posted or withdrawn
     */
    public Draft edit(Access access, int id, int version, NewEntry entry) {
        access.require(Action.PREPARE);
        requireKind(entry);
        var currency = books.currency(access.body());
        return books.write(
                access.body(),
                () -> {
                    var draft = find(access, id);
                    var asked = Asked.entry(currency, keyed(entry, id));
                    if (isThisEdit(draft, version, asked, access)) {
                        return draft;
                    }
                    requireVersion(draft, version);
                    requireState(
                            draft,
                            Draft.State.OPEN,
                            Draft.State.SUBMITTED,
                            Draft.State.APPROVED,
                            Draft.State.REJECTED);
                    writer.requireFit(asked);
                    drafts.insertVersion(
                            access.body(), id, version + 1, asked, access.handle(), recorder.now());
                    drafts.update(access.body(), id, version + 1, Draft.State.OPEN, null);
                    return recorder.changed(access, "draft.edit", draft, find(access, id));
                });
    }

    /** Whether the answer to this very edit was lost and it is asked again. */
    private static boolean isThisEdit(Draft draft, int version, Asked asked, Access access) {
        return draft.version() == version + 1
                && draft.preparedBy().equals(access.handle())
                && draft.contentHash().equals(asked.contentHash().hex());
    }

    /**
     * Asks for approval of that version.
     *
     * @throws LedgerException if there is a newer one, or it is not open
     */
    public Draft submit(Access access, int id, int version) {
        access.require(Action.PREPARE);
        return move(access, id, version, "draft.submit", Draft.State.SUBMITTED, Draft.State.OPEN);
    }

    /**
     * Gives the draft up.
     *
     * @throws LedgerException if there is a newer version, or it is posted
     */
    public Draft withdraw(Access access, int id, int version) {
        access.require(Action.PREPARE);
        return move(
                access,
                id,
                version,
                "draft.withdraw",
                Draft.State.WITHDRAWN,
                Draft.State.OPEN,
                Draft.State.SUBMITTED,
                Draft.State.APPROVED,
                Draft.State.REJECTED);
    }

    private Draft move(
            Access access,
            int id,
            int version,
            String action,
            Draft.State to,
            Draft.State... from) {
        return changing(
                access,
                id,
                version,
                to,
                draft -> {
                    requireState(draft, from);
                    drafts.update(access.body(), id, version, to, null);
                    return recorder.changed(access, action, draft, find(access, id));
                });
    }

    /**
     * Approves that version; only somebody who prepared no version of it may.
     *
     * @throws LedgerException if there is a newer one, it is not submitted, or is the approver's
     *     own
     */
    public Draft approve(Access access, int id, int version) {
        return decide(access, id, version, null);
    }

    /**
     * Rejects that version, with a reason.
     *
     * @throws LedgerException as {@link #approve}, or if no reason is given
     */
    public Draft reject(Access access, int id, int version, String reason) {
        if (reason.isBlank()) {
            throw LedgerException.reasonRequired();
        }
        return decide(access, id, version, Texts.reason(reason));
    }

    private Draft decide(Access access, int id, int version, @Nullable String reason) {
        access.require(Action.APPROVE);
        var to = reason == null ? Draft.State.APPROVED : Draft.State.REJECTED;
        return changing(
                access,
                id,
                version,
                to,
                draft -> {
                    requireState(draft, Draft.State.SUBMITTED);
                    if (drafts.preparers(access.body(), id).contains(access.handle())) {
                        throw LedgerException.ownDraft(id);
                    }
                    var decision =
                            new Draft.Decision(
                                    reason == null, access.handle(), recorder.now(), reason);
                    drafts.insertDecision(access.body(), draft, decision);
                    drafts.update(access.body(), id, version, to, null);
                    return recorder.changed(
                            access,
                            reason == null ? "draft.approve" : "draft.reject",
                            draft,
                            find(access, id));
                });
    }

    /**
     * Posts that version, once, under the key {@code draft:<id>}; asked again, returns the entry.
     * Without approval only where the body does not require it.
     *
     * @throws LedgerException if there is a newer version, it is not approved, or it cannot be
     *     posted
     */
    public Entry post(Access access, int id, int version) {
        if (!access.may(Action.APPROVE)) {
            access.require(Action.PREPARE);
        }
        var currency = books.currency(access.body());
        return books.write(
                access.body(),
                () -> {
                    var draft = find(access, id);
                    requireVersion(draft, version);
                    var postedNo = draft.postedNo();
                    if (postedNo != null) {
                        return entries.entries(
                                        access.body(),
                                        List.of(postedNo),
                                        books.locked().head().lastNo())
                                .getFirst();
                    }
                    var asked = Asked.entry(currency, draft.entry());
                    var entry =
                            writer.append(
                                            List.of(asked),
                                            draft.preparedBy(),
                                            approver(access, draft, asked))
                                    .getFirst();
                    drafts.update(access.body(), id, version, Draft.State.POSTED, entry.no());
                    recorder.changed(access, "draft.post", draft, find(access, id));
                    return entry;
                });
    }

    /** Who approved exactly this content; null where nobody needs to. */
    private @Nullable String approver(Access access, Draft draft, Asked asked) {
        var decision = draft.decision();
        if (draft.state() == Draft.State.APPROVED && decision != null) {
            var approved = drafts.approvedHash(access.body(), draft.id(), draft.version());
            if (!approved.equals(java.util.Optional.of(asked.contentHash()))) {
                throw LedgerException.otherContent(draft.entry().sourceKey());
            }
            return decision.by();
        }
        if (books.chart().book().approvalRequired()) {
            throw LedgerException.approvalRequired();
        }
        requireState(draft, Draft.State.OPEN, Draft.State.SUBMITTED);
        return null;
    }

    /**
     * The draft with that number.
     *
     * @throws LedgerException if there is none
     */
    public Draft get(Access access, int id) {
        access.require(Action.READ_BOOKS);
        return recorder.read(() -> find(access, id));
    }

    /** Drafts that are neither posted nor withdrawn, newest first. */
    public List<Draft> open(Access access) {
        access.require(Action.READ_BOOKS);
        return recorder.read(() -> drafts.open(access.body()));
    }

    /** Under the lock; a draft that is there already, in that version, is what was asked for. */
    private Draft changing(
            Access access,
            int id,
            int version,
            Draft.State to,
            java.util.function.UnaryOperator<Draft> work) {
        return books.write(
                access.body(),
                () -> {
                    var draft = find(access, id);
                    requireVersion(draft, version);
                    return draft.state() == to ? draft : work.apply(draft);
                });
    }

    private Draft find(Access access, int id) {
        return drafts.find(access.body(), id).orElseThrow(() -> LedgerException.noSuchDraft(id));
    }

    private static void requireKind(NewEntry entry) {
        if (!NewEntry.BY_HAND.contains(entry.kind())) {
            throw LedgerException.reservedKind(entry.kind());
        }
    }

    private static void requireVersion(Draft draft, int version) {
        if (draft.version() != version) {
            throw LedgerException.staleDraft(draft.id(), version, draft.version());
        }
    }

    private static void requireState(Draft draft, Draft.State... allowed) {
        if (!List.of(allowed).contains(draft.state())) {
            throw LedgerException.draftState(draft.id(), draft.state());
        }
    }

    private static NewEntry keyed(NewEntry entry, int id) {
        return new NewEntry(
                entry.date(),
                entry.kind(),
                entry.description(),
                KEY + id,
                entry.documentNo(),
                entry.postings());
    }

    /** The clock, the audit trail and reading, for drafts. */
    @org.springframework.stereotype.Component
    static final class Recorder {

        private final Audit audit;
        private final Transactions transactions;
        private final Clock clock;

        Recorder(Audit audit, Transactions transactions, Clock clock) {
            this.audit = audit;
            this.transactions = transactions;
            this.clock = clock;
        }

        java.time.Instant now() {
            return clock.instant();
        }

        <T> T read(Supplier<T> reads) {
            return transactions.read(reads);
        }

        Draft changed(Access access, String action, @Nullable Draft before, Draft after) {
            audit.record(access, action, Integer.toString(after.id()), before, after);
            return after;
        }
    }
}
