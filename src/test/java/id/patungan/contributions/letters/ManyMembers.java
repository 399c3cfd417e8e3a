package id.patungan.contributions.letters;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.NewAssessment;
import id.patungan.parties.AgreementText;
import id.patungan.parties.AgreementText.Article;
import id.patungan.parties.AgreementText.OfficialNumber;
import id.patungan.parties.AgreementText.Signer;
import id.patungan.parties.AgreementType;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Contact;
import id.patungan.parties.Letterhead;
import id.patungan.parties.Members;
import id.patungan.parties.NewBody;
import id.patungan.parties.NewMember;
import id.patungan.parties.NewParty;
import id.patungan.parties.Parties;
import id.patungan.parties.PartyKind;
import id.patungan.parties.Profile;
import id.patungan.platform.Access;
import id.patungan.platform.BodyDirectory;
import id.patungan.platform.Viewer;

import org.springframework.context.ApplicationContext;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An association of many members, each with an e-mail address, all charged by one assessment. */
final class ManyMembers {

    static final String CODE = "asosiasi";

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    private ManyMembers() {}

    static NewLetter wish() {
        return new NewLetter(DAY, Locale.of("id"), List.of("Arsip"));
    }

    static Optional<Access> find(ApplicationContext context) {
        return context.getBean(BodyDirectory.class)
                .byCode(CODE)
                .map(entry -> Access.system(entry.id()));
    }

    /** The body, its members and an account to pay to. */
    static Access open(ApplicationContext context, String code, int members) {
        var body =
                context.getBean(Bodies.class)
                        .create(
                                Viewer.system(),
                                new NewBody(
                                        code,
                                        new Profile(
                                                "Asosiasi Contoh",
                                                null,
                                                null,
                                                Letterhead.NONE,
                                                null),
                                        ZoneId.of("Asia/Jakarta"),
                                        IDR,
                                        LocalDate.of(2025, 1, 1),
                                        false));
        var access = Access.system(body.id());
        var parties = context.getBean(Parties.class);
        var memberships = context.getBean(Members.class);
        for (var number = 1; number <= members; number++) {
            var member = "M%04d".formatted(number);
            parties.add(
                    access,
                    new NewParty(
                            member,
                            PartyKind.OTHER,
                            "Anggota " + number,
                            new Contact(null, null, member + "@example.org", null)));
            memberships.admit(access, NewMember.since(member, LocalDate.of(2025, 1, 1)));
        }
        context.getBean(Agreements.class)
                .add(
                        access,
                        new AgreementText(
                                "AD-1",
                                AgreementType.PKS,
                                "Anggaran dasar",
                                LocalDate.of(2025, 1, 1),
                                LocalDate.of(2025, 1, 1),
                                null,
                                null,
                                null,
                                List.of(new Signer("M0001", null), new Signer("M0002", null)),
                                List.of(new OfficialNumber("AD/2025", "M0001")),
                                List.of(new Article("Pasal 5", "Iuran"))));
        context.getBean(PaymentAccounts.class)
                .put(
                        access,
                        new PaymentAccount(
                                new AccountCode("11200"), null, "Bank Contoh", "000", "Asosiasi"));
        return access;
    }

    /** Equal dues of 2026; the code of the assessment. */
    static String assess(ApplicationContext context, Access access) {
        return context.getBean(Assessments.class)
                .issue(
                        access,
                        new NewAssessment(
                                NewAssessment.Kind.DUES,
                                2026,
                                new FundCode("UMUM"),
                                null,
                                Money.of(IDR, new BigDecimal("1000000000")),
                                "rule: {kind: equal}",
                                null,
                                null,
                                new LegalBasis("AD-1", "Pasal 5"),
                                DAY,
                                LocalDate.of(2026, 3, 31),
                                "Iuran 2026",
                                null,
                                Map.of(),
                                Map.of()),
                        "dues")
                .code();
    }
}
