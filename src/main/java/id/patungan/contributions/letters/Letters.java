package id.patungan.contributions.letters;

import id.patungan.allocation.RuleFile;
import id.patungan.basics.Money;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.IssuedDivision;
import id.patungan.contributions.IssuedDivisions;
import id.patungan.contributions.OpenCharge;
import id.patungan.contributions.UnitAccounts;
import id.patungan.contributions.letters.PaperIssue.Draft;
import id.patungan.contributions.letters.PaperIssue.Request;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.PaperFrames;
import id.patungan.documents.PaperSignatory;
import id.patungan.parties.Parties;
import id.patungan.parties.Party;
import id.patungan.platform.Access;

import org.springframework.stereotype.Service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Assessment letters (surat tagihan): who owes what on which basis until when, and where to pay. A
 * charge has at most one letter that stands; a mistake is mended by a new letter that replaces it.
 */
@Service
public class Letters implements ReplaceablePapers {

    /** The series of letters in the register. */
    public static final String SERIES = "ST";

    /** A sheet of more payers is a file of its own, and the letter names it. */
    static final int LARGEST_ANNEX = 50;

    private final IssuedDivisions divisions;
    private final Contributions contributions;
    private final UnitAccounts units;
    private final PaymentAccounts accounts;
    private final Parties parties;
    private final PaperFrames frames;
    private final LetterPrinter printer;
    private final PaperIssue papers;

    Letters(
            IssuedDivisions divisions,
            Contributions contributions,
            UnitAccounts units,
            PaymentAccounts accounts,
            Parties parties,
            PaperFrames frames,
            LetterPrinter printer,
            PaperIssue papers) {
        this.divisions = divisions;
        this.contributions = contributions;
        this.units = units;
        this.accounts = accounts;
        this.parties = parties;
        this.frames = frames;
        this.printer = printer;
        this.papers = papers;
    }

    /**
     * Issues the letter for a charge.
     *
     * @param charge such as {@code AS-2006-0001/34.04}
     * @param key of the command; the same key with the same wish answers the same letter
     * @throws LettersException if nothing is open, a letter stands already, or the date is wrong
     */
    public IssuedPaper issue(Access access, String charge, NewLetter wish, String key) {
        return once(access, new Request(SERIES, charge, wish, null), key);
    }

    @Override
    public boolean issues(String series) {
        return series.equals(SERIES);
    }

    @Override
    public IssuedPaper replace(
            Access access, String charge, NewLetter wish, String reason, String key) {
        return once(access, new Request(SERIES, charge, wish, reason), key);
    }

    private IssuedPaper once(Access access, Request request, String key) {
        var charge = request.subject();
        var wish = request.wish();
        return papers.once(
                access,
                request,
                key,
                code -> {
                    var division = division(access, charge, wish.date());
                    var asked = charge(access, charge, wish.date());
                    var letter = letter(access, division, asked, code, wish);
                    return new Draft(
                            division.paper().description(),
                            asked.party(),
                            letter,
                            digest -> printer.print(access, letter, digest, wish.language()));
                });
    }

    /** Withdraws a letter, or a receipt on paper, without a new one; what it is about stays. */
    public IssuedPaper withdraw(Access access, String code, String reason, String key) {
        return papers.withdraw(access, code, reason, key);
    }

    private IssuedDivision division(Access access, String charge, LocalDate date) {
        var slash = charge.indexOf('/');
        if (slash < 0) throw LettersException.noSuchCharge(charge);
        var division = divisions.get(access, charge.substring(0, slash));
        if (division.paper().reversal() != null) throw LettersException.reversed(division.code());
        if (date.isBefore(division.paper().date())) {
            throw LettersException.beforeAssessment(division.code(), division.paper().date(), date);
        }
        return division;
    }

    private OpenCharge charge(Access access, String charge, LocalDate date) {
        var asked =
                contributions
                        .charge(access, charge, date)
                        .orElseThrow(() -> LettersException.noSuchCharge(charge));
        if (asked.open().minorUnits() <= 0) throw LettersException.nothingOpen(charge, date);
        return asked;
    }

    private AssessmentLetter letter(
            Access access, IssuedDivision division, OpenCharge asked, String code, NewLetter wish) {
        var date = wish.date();
        var rows = division.sheet().rows();
        var place =
                IntStream.range(0, rows.size())
                        .filter(at -> rows.get(at).party().equals(asked.party()))
                        .findFirst()
                        .orElseThrow(() -> LettersException.noSuchCharge(asked.charge()));
        var share = Money.of(division.total().currency(), new BigDecimal(rows.get(place).share()));
        var party = parties.find(access, asked.party());
        var account = accounts.forFund(access, division.fund());
        return new AssessmentLetter(
                code,
                date,
                frames.body(access),
                asked.party(),
                asked.partyName(),
                party.map(Party::contact).map(contact -> contact.addressee()).orElse(null),
                party.map(Party::contact).map(contact -> contact.address()).orElse(null),
                division.code(),
                asked.charge(),
                division.paper().description(),
                division.kind().code(),
                division.year(),
                division.paper().date(),
                asked.due(),
                division.legalText(),
                division.legalBasis().article(),
                division.total(),
                share,
                asked.charged().minus(share),
                asked.paid().minus(asked.inKind()),
                asked.open(),
                new AssessmentLetter.Account(account.bank(), account.number(), account.holder()),
                PaymentReference.of(division.code(), place + 1),
                division.version(),
                RuleFile.read("rule", division.rule()).document().name(),
                division.digest(),
                rows.size() <= LARGEST_ANNEX,
                frames.signing(access, date).stream()
                        .filter(PaperSignatory::head)
                        .findFirst()
                        .orElse(null),
                wish.copies(),
                instalments(asked),
                AssessmentLetter.Taken.of(asked),
                units(access, asked, date));
    }

    private List<AssessmentLetter.Unit> units(Access access, OpenCharge asked, LocalDate date) {
        var wanted = new UnitAccounts.Asked(asked.party(), asked.assessment(), date, null);
        return units.of(access, wanted).stream()
                .filter(part -> part.charge().equals(asked.charge()))
                .filter(part -> !part.open().isZero())
                .map(AssessmentLetter.Unit::of)
                .toList();
    }

    private static List<AssessmentLetter.Instalment> instalments(OpenCharge asked) {
        if (!asked.inParts()) return List.of();
        return asked.schedule().stream()
                .filter(part -> !part.open().isZero())
                .map(part ->
                        new AssessmentLetter.Instalment(part.number(), part.due(), part.open()))
                .toList();
    }
}
