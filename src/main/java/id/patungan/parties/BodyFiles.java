package id.patungan.parties;

import id.patungan.basics.AccountCode;
import id.patungan.basics.AmountReader.Grammar;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.InputException;
import id.patungan.ledger.Account;
import id.patungan.ledger.AccountKind;
import id.patungan.ledger.Books;
import id.patungan.ledger.Fund;
import id.patungan.ledger.Restriction;
import id.patungan.parties.AgreementText.Article;
import id.patungan.parties.AgreementText.OfficialNumber;
import id.patungan.parties.AgreementText.Signer;
import id.patungan.platform.Access;
import id.patungan.platform.Transactions;
import id.patungan.platform.Viewer;
import id.patungan.platform.YamlFile;
import id.patungan.platform.YamlFile.Item;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Sets up a whole body from one YAML file: everything or nothing, all problems at once with their
 * places, and the same file again changes nothing. The format is described in {@code
 * src/docs/body-file.md}.
 */
@Service
public class BodyFiles {

    private static final List<String> TOP =
            List.of(
                    "body",
                    "parties",
                    "members",
                    "agreements",
                    "signatories",
                    "indicators",
                    "accounts",
                    "funds");
    private static final List<String> BODY =
            List.of(
                    "code",
                    "name",
                    "name_en",
                    "legal_form",
                    "zone",
                    "currency",
                    "first_open_date",
                    "approval_required",
                    "letterhead",
                    "address",
                    "place",
                    "phone",
                    "email",
                    "website",
                    "sample_note",
                    "sample_note_en");
    private static final List<String> PARTY =
            List.of("code", "kind", "name", "addressee", "address", "email", "note");
    private static final List<String> MEMBER =
            List.of("code", "from", "until", "member_class", "voting", "note");
    private static final List<String> AGREEMENT =
            List.of(
                    "code",
                    "type",
                    "subject",
                    "signed_on",
                    "from",
                    "until",
                    "document_ref",
                    "note",
                    "signers",
                    "numbers",
                    "articles");
    private static final List<String> SIGNATORY =
            List.of("role", "name", "nip", "position", "from", "until");
    private static final List<String> INDICATOR =
            List.of(
                    "party",
                    "indicator",
                    "year",
                    "value",
                    "unit",
                    "source",
                    "source_date",
                    "revenue_basis");
    private static final List<String> ACCOUNT =
            List.of("code", "name", "name_en", "kind", "funding_class");
    private static final List<String> FUND =
            List.of("code", "name", "name_en", "restriction", "party", "bank_account");

    private final Bodies bodies;
    private final Parties parties;
    private final Members members;
    private final Agreements agreements;
    private final Signatories signatories;
    private final Indicators indicators;
    private final Books books;
    private final Transactions transactions;

    BodyFiles(
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Signatories signatories,
            Indicators indicators,
            Books books,
            Transactions transactions) {
        this.bodies = bodies;
        this.parties = parties;
        this.members = members;
        this.agreements = agreements;
        this.signatories = signatories;
        this.indicators = indicators;
        this.books = books;
        this.transactions = transactions;
    }

    /**
     * Sets up the body of the file.
     *
     * @param viewer an administrator of the installation
     * @param file the name of the file, as problems show it
     * @throws InputException with every problem of the file; nothing is stored then
     */
    public Body create(Viewer viewer, String file, String text) {
        viewer.requireAdministrator();
        var yaml = new YamlFile(file, BodyFiles::column);
        var top = yaml.root(text, TOP);
        var item = top == null ? null : top.item("body", BODY);
        if (top != null && item == null) {
            top.attempt(() -> {
                throw PartiesException.missing(PartyField.BODY);
            });
        }
        var steps = new ArrayList<Consumer<Access>>();
        var body = item == null ? null : body(item).orElse(null);
        if (top != null) {
            read(top, steps);
        }
        if (item == null || body == null) {
            yaml.requireNoProblems();
            throw new IllegalStateException("No body and no problem in " + file);
        }
        var readable = yaml.problems();
        return transactions.run(() -> {
            // A repeated unit of work must not repeat the problems of the one before
            yaml.forgetAfter(readable);
            var created = item.read(() -> bodies.create(viewer, body));
            created.ifPresent(one -> {
                var access = Bodies.founder(viewer, one.id());
                steps.forEach(step -> step.accept(access));
            });
            yaml.requireNoProblems();
            return created.orElseThrow();
        });
    }

    private void read(Item top, List<Consumer<Access>> steps) {
        for (var item : top.items("parties", PARTY)) {
            item.read(() -> party(item))
                    .ifPresent(wish -> steps.add(a -> item.attempt(() -> parties.add(a, wish))));
        }
        for (var item : top.items("members", MEMBER)) {
            item.read(() -> member(item))
                    .ifPresent(wish -> steps.add(a -> item.attempt(() -> admit(a, wish))));
        }
        for (var item : top.items("accounts", ACCOUNT)) {
            item.read(() -> account(item))
                    .ifPresent(account ->
                            steps.add(a ->
                                    item.attempt(() -> books.addAccounts(a, List.of(account)))));
        }
        for (var item : top.items("funds", FUND)) {
            item.read(() -> fund(item))
                    .ifPresent(fund ->
                            steps.add(a -> item.attempt(() -> books.addFunds(a, List.of(fund)))));
        }
        for (var item : top.items("agreements", AGREEMENT)) {
            item.read(() -> agreement(item))
                    .ifPresent(wish -> steps.add(a -> item.attempt(() -> agreements.add(a, wish))));
        }
        for (var item : top.items("signatories", SIGNATORY)) {
            item.read(() -> signatory(item))
                    .ifPresent(wish ->
                            steps.add(a -> item.attempt(() -> signatories.appoint(a, wish))));
        }
        for (var item : top.items("indicators", INDICATOR)) {
            item.read(() -> indicator(item))
                    .ifPresent(
                            wish -> steps.add(a -> item.attempt(() -> indicators.record(a, wish))));
        }
    }

    /** A region need not be listed among the parties before it is a member. */
    private void admit(Access access, NewMember wish) {
        if (Character.isDigit(wish.code().charAt(0))
                && parties.find(access, wish.code()).isEmpty()) {
            parties.add(access, NewParty.region(wish.code()));
        }
        members.admit(access, wish);
    }

    private static Optional<NewBody> body(Item item) {
        // Each word that cannot be read is a problem of its own
        var profile = item.read(() -> profile(item));
        var zone = item.read(() -> Words.zone(item.text("zone")));
        var currency = item.read(() -> Words.currency(item.text("currency")));
        var firstOpen =
                item.read(
                        () -> Words.date(PartyField.FIRST_OPEN_DATE, item.text("first_open_date")));
        var approval =
                item.read(() ->
                        Words.yes(
                                PartyField.APPROVAL_REQUIRED,
                                item.text("approval_required"),
                                false));
        if (Stream.of(profile, zone, currency, firstOpen, approval).anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return item.read(() ->
                new NewBody(
                        item.textOrEmpty("code"),
                        profile.get(),
                        zone.get(),
                        currency.get(),
                        firstOpen.get(),
                        approval.get()));
    }

    private static Profile profile(Item item) {
        var note = item.text("sample_note");
        var noteEn = item.text("sample_note_en");
        var sample =
                note == null && noteEn == null
                        ? null
                        : new Sample(
                                item.textOrEmpty("sample_note"),
                                item.textOrEmpty("sample_note_en"));
        return new Profile(
                item.textOrEmpty("name"),
                item.text("name_en"),
                item.text("legal_form"),
                new Letterhead(
                        item.text("letterhead"),
                        item.text("address"),
                        item.text("place"),
                        item.text("phone"),
                        item.text("email"),
                        item.text("website")),
                sample);
    }

    private static NewParty party(Item item) {
        var code = item.textOrEmpty("code");
        var kind = item.text("kind");
        var region = kind == null && !code.isEmpty() && Character.isDigit(code.charAt(0));
        return new NewParty(
                code,
                region ? PartyKind.REGION : Words.word(PartyField.KIND, kind, PartyKind.class),
                item.text("name"),
                new Contact(
                        item.text("addressee"),
                        item.text("address"),
                        item.text("email"),
                        item.text("note")));
    }

    private static NewMember member(Item item) {
        return new NewMember(
                item.textOrEmpty("code"),
                period(item),
                item.text("member_class"),
                Words.yes(PartyField.VOTING, item.text("voting"), true),
                item.text("note"));
    }

    private static Period period(Item item) {
        return new Period(
                Words.date(PartyField.FROM, item.text("from")),
                Words.dateOrNull(PartyField.UNTIL, item.text("until")));
    }

    private static AgreementText agreement(Item item) {
        return new AgreementText(
                item.textOrEmpty("code"),
                Words.word(PartyField.TYPE, item.text("type"), AgreementType.class),
                item.textOrEmpty("subject"),
                Words.dateOrNull(PartyField.SIGNED_ON, item.text("signed_on")),
                Words.dateOrNull(PartyField.FROM, item.text("from")),
                Words.dateOrNull(PartyField.UNTIL, item.text("until")),
                item.text("document_ref"),
                item.text("note"),
                item.items("signers", List.of("party", "signed_by")).stream()
                        .map(one -> new Signer(one.textOrEmpty("party"), one.text("signed_by")))
                        .toList(),
                item.items("numbers", List.of("number", "party")).stream()
                        .map(one ->
                                new OfficialNumber(one.textOrEmpty("number"), one.text("party")))
                        .toList(),
                item.items("articles", List.of("number", "text")).stream()
                        .map(one -> new Article(one.textOrEmpty("number"), one.textOrEmpty("text")))
                        .toList());
    }

    private static Signatory signatory(Item item) {
        return new Signatory(
                Words.word(PartyField.ROLE, item.text("role"), SignatoryRole.class),
                item.textOrEmpty("name"),
                item.text("nip"),
                item.textOrEmpty("position"),
                period(item));
    }

    private static NewIndicatorValue indicator(Item item) {
        return new NewIndicatorValue(
                item.textOrEmpty("party"),
                item.textOrEmpty("indicator"),
                Words.year(item.text("year")),
                FigureReader.inFile(
                        Texts.required(PartyField.VALUE, item.text("value"), 200), Grammar.PLAIN),
                item.textOrEmpty("unit"),
                item.textOrEmpty("source"),
                Words.dateOrNull(PartyField.SOURCE_DATE, item.text("source_date")),
                Words.basisOrNull(item.text("revenue_basis")));
    }

    private static Account account(Item item) {
        var name = item.textOrEmpty("name");
        return new Account(
                new AccountCode(item.textOrEmpty("code")),
                name,
                Objects.requireNonNullElse(item.text("name_en"), name),
                AccountKind.of(item.textOrEmpty("kind")),
                item.text("funding_class"),
                null,
                true,
                true);
    }

    private static Fund fund(Item item) {
        var name = item.textOrEmpty("name");
        return new Fund(
                new FundCode(item.textOrEmpty("code")),
                name,
                Objects.requireNonNullElse(item.text("name_en"), name),
                Restriction.of(item.textOrEmpty("restriction")),
                item.text("party"),
                bank(item.text("bank_account")),
                true);
    }

    private static @Nullable AccountCode bank(@Nullable String code) {
        return code == null ? null : new AccountCode(code);
    }

    private static @Nullable String column(DomainException refused) {
        var field = refused instanceof PartiesException own ? own.field() : null;
        return field == null ? null : field.column();
    }
}
