package id.patungan.documents.mail;

import id.patungan.basics.DomainException;

/** Why a paper is not sent by e-mail; nothing was stored. */
public final class MailException extends DomainException {

    private static final long serialVersionUID = 1L;

    private MailException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static MailException badAddress(String given) {
        return new MailException(
                Kind.REFUSED,
                "mail.bad-address",
                "'%s' is no e-mail address; write one such as bkad@slemankab.example"
                        .formatted(given),
                given);
    }

    static MailException withdrawn(String paper) {
        return new MailException(
                Kind.REFUSED,
                "mail.withdrawn",
                "Paper %s is withdrawn and is not sent any more; send the one that replaced it"
                        .formatted(paper),
                paper);
    }

    static MailException underWay(String paper, String recipient) {
        return new MailException(
                Kind.CONFLICT,
                "mail.under-way",
                "Paper %s is already under way to %s; wait until that is over"
                        .formatted(paper, recipient),
                paper,
                recipient);
    }

    static MailException sentBefore(String paper, String recipient) {
        return new MailException(
                Kind.CONFLICT,
                "mail.sent-before",
                "Paper %s was sent before (last to %s); tick that it is to be sent again"
                        .formatted(paper, recipient),
                paper,
                recipient);
    }
}
