package id.patungan.documents;

import id.patungan.documents.IssuedPaper.Withdrawal;
import id.patungan.documents.RegisterRepository.Signed;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The register of papers that left the house. What was sent is frozen: its data as canonical JSON
 * and its file, each with its digest. A paper is never altered; it is withdrawn and keeps its
 * number, and says which paper took its place.
 */
@Service
public class Register {

    /** The longest reason for a withdrawal. */
    public static final int LONGEST_REASON = 400;

    private final RegisterRepository papers;
    private final PaperJson json;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    Register(
            RegisterRepository papers,
            PaperJson json,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.papers = papers;
        this.json = json;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Registers a paper, in the transaction of the caller, who has locked the book and taken the
     * number from its counter.
     *
     * @param file the PDF
     */
    public IssuedPaper issue(Access access, NewPaper paper, byte[] file) {
        access.require(Action.PREPARE);
        var body = access.body();
        var code = paper.party();
        var party =
                code == null
                        ? null
                        : papers.party(body, code)
                                .orElseThrow(() -> DocumentsException.unknownParty(code));
        var content = json.text(paper.content());
        var signed = new Signed(json.digest(paper.content()), access.handle(), now());
        papers.insert(body, paper, party, content, file, signed);
        audit.record(
                access,
                "documents.issue",
                paper.code(),
                null,
                Map.of("title", paper.title(), "digest", signed.digest()));
        return get(access, paper.code());
    }

    /**
     * Withdraws a paper in the transaction of the caller, who has locked the book.
     *
     * @param successor the paper that takes its place; null if none does
     * @throws DocumentsException if it is withdrawn already, or no reason is given
     */
    public IssuedPaper withdraw(
            Access access, String code, String reason, @Nullable String successor) {
        access.require(Action.PREPARE);
        var words = reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw DocumentsException.noReason(LONGEST_REASON);
        }
        var paper = get(access, code);
        if (paper.withdrawal() != null) {
            throw DocumentsException.alreadyWithdrawn(code);
        }
        var withdrawal =
                new Withdrawal(words, successor, access.handle(), now().toInstant(ZoneOffset.UTC));
        papers.insertWithdrawal(access.body(), code, withdrawal);
        audit.record(access, "documents.withdraw", code, paper, withdrawal);
        return get(access, code);
    }

    /** The papers within reach, the newest first, withdrawn ones among them. */
    public List<IssuedPaper> list(Access access, PaperFilter filter) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> papers.list(access.body(), access.reach(), filter));
    }

    /** The paper of a series about something that stands, if there is one within reach. */
    public Optional<IssuedPaper> standing(Access access, String series, String subject) {
        return list(access, new PaperFilter(series, null, null, subject, IssuedPaper.Status.ISSUED))
                .stream()
                .findFirst();
    }

    /**
     * A paper.
     *
     * @throws DocumentsException not found, also where it is not within reach
     */
    public IssuedPaper get(Access access, String code) {
        access.require(Action.READ_OWN);
        return transactions
                .read(() -> papers.find(access.body(), access.reach(), code))
                .orElseThrow(() -> DocumentsException.noSuchPaper(code));
    }

    /**
     * What a paper says, as canonical JSON.
     *
     * @throws DocumentsException not found, also where it is not within reach
     */
    public String content(Access access, String code) {
        access.require(Action.READ_OWN);
        return transactions
                .read(() -> papers.content(access.body(), access.reach(), code))
                .orElseThrow(() -> DocumentsException.noSuchPaper(code));
    }

    /**
     * The PDF exactly as it was sent.
     *
     * @throws DocumentsException not found, also where it is not within reach
     */
    public byte[] file(Access access, String code) {
        access.require(Action.READ_OWN);
        return transactions
                .read(() -> papers.file(access.body(), access.reach(), code))
                .orElseThrow(() -> DocumentsException.noSuchPaper(code));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(
                clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
