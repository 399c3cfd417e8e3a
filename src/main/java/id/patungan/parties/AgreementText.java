package id.patungan.parties;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an agreement says.
 *
 * @param code the body's own short name for it, never changes: 1 to 32 of {@code A-Z 0-9 . -}
 * @param signedOn null if not known
 * @param from null if not known
 * @param until the first day on which it no longer holds; null without an end
 * @param documentRef where the paper is kept
 * @param signers in the order of the paper
 * @param numbers in the order of the paper; equal ones and fewer than signers do occur
 */
public record AgreementText(
        String code,
        AgreementType type,
        String subject,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String documentRef,
        @Nullable String note,
        List<Signer> signers,
        List<OfficialNumber> numbers,
        List<Article> articles) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,31}");

    /** Checks and trims the texts; a number belongs to a signer or to nobody known. */
    public AgreementText {
        code = Texts.code(PartyField.CODE, code, FORM, "1 to 32 of A-Z 0-9 . -");
        subject = Texts.required(PartyField.SUBJECT, subject, 500);
        documentRef = Texts.optional(PartyField.DOCUMENT_REF, documentRef, 300);
        note = Texts.optional(PartyField.NOTE, note, 1000);
        if (from != null && until != null && until.isBefore(from)) {
            throw PartiesException.datesReversed(from, until);
        }
        signers = List.copyOf(signers);
        numbers = List.copyOf(numbers);
        articles = List.copyOf(articles);
        var parties = new HashSet<String>();
        for (var signer : signers) {
            if (!parties.add(signer.party())) {
                throw PartiesException.twiceASigner(signer.party());
            }
        }
        for (var number : numbers) {
            if (number.party() != null && !parties.contains(number.party())) {
                throw PartiesException.notASigner(number.number(), number.party());
            }
        }
    }

    /**
     * A party to the agreement.
     *
     * @param party its code
     * @param signedBy name and office of who signed; null if not known
     */
    public record Signer(String party, @Nullable String signedBy) {

        /** Checks and trims the texts. */
        public Signer {
            party = Texts.required(PartyField.SIGNERS, party, 32);
            signedBy = Texts.optional(PartyField.SIGNERS, signedBy, 200);
        }
    }

    /**
     * A number under which a signatory registered the paper.
     *
     * @param number as written, such as {@code 130.A Tahun 2003}
     * @param party the code of the signatory whose number it is; null if the source does not say
     */
    public record OfficialNumber(String number, @Nullable String party) {

        /** Checks and trims the texts. */
        public OfficialNumber {
            number = Texts.required(PartyField.NUMBERS, number, 120);
            party = Texts.optional(PartyField.NUMBERS, party, 32);
        }
    }

    /**
     * An article on which charges rest.
     *
     * @param number such as {@code Pasal 7 ayat (2)}
     */
    public record Article(String number, String text) {

        /** Checks and trims the texts. */
        public Article {
            number = Texts.required(PartyField.ARTICLES, number, 80);
            text = Texts.required(PartyField.ARTICLES, text, 4000);
        }
    }
}
