package id.patungan.documents;

import id.patungan.basics.DomainException;

/** Why a paper was not found, issued or withdrawn; nothing was stored. */
public final class DocumentsException extends DomainException {

    private static final long serialVersionUID = 1L;

    private DocumentsException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static DocumentsException noSuchPaper(String code) {
        return new DocumentsException(
                Kind.NOT_FOUND,
                "documents.no-such-paper",
                "There is no paper %s here; the register lists all that you may read"
                        .formatted(code),
                code);
    }

    static DocumentsException unknownParty(String code) {
        return new DocumentsException(
                Kind.REFUSED,
                "documents.unknown-party",
                "No party of this body has the code '%s'; take one from the list of parties"
                        .formatted(code),
                code);
    }

    static DocumentsException alreadyWithdrawn(String code) {
        return new DocumentsException(
                Kind.CONFLICT,
                "documents.already-withdrawn",
                "Paper %s is already withdrawn; it keeps its number and cannot be withdrawn twice"
                        .formatted(code),
                code);
    }

    static DocumentsException noReason(int longest) {
        return new DocumentsException(
                Kind.REFUSED,
                "documents.no-reason",
                "Say why the paper is withdrawn, in at most %d characters".formatted(longest),
                longest);
    }

    static DocumentsException unknownStatus(String text) {
        return new DocumentsException(
                Kind.REFUSED,
                "documents.unknown-status",
                "'%s' is no status of papers; choose issued, withdrawn or replaced".formatted(text),
                text);
    }
}
