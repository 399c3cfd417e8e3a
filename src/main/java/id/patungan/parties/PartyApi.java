package id.patungan.parties;

import id.patungan.basics.DateReader;
import id.patungan.basics.Input;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.Commands;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Parties, members, agreements, indicators and signatories of a body for programs. */
@RestController
@RequestMapping("/api/v1/bodies/{body}")
class PartyApi {

    private final Parties parties;
    private final Members members;
    private final Agreements agreements;
    private final Indicators indicators;
    private final Signatories signatories;
    private final Commands commands;

    PartyApi(
            Parties parties,
            Members members,
            Agreements agreements,
            Indicators indicators,
            Signatories signatories,
            Commands commands) {
        this.parties = parties;
        this.members = members;
        this.agreements = agreements;
        this.indicators = indicators;
        this.signatories = signatories;
        this.commands = commands;
    }

    /** One page of 100 parties within reach, by code. */
    @GetMapping("/parties")
    PartyPageView list(
            Access access,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "1") int page) {
        var wanted = kind == null ? null : Words.word(PartyField.KIND, kind, PartyKind.class);
        var found = parties.list(access, text, wanted, page);
        return new PartyPageView(
                found.page(),
                found.pages(),
                found.total(),
                found.rows().stream().map(PartyView::of).toList());
    }

    @GetMapping("/parties/{code}")
    PartyView one(Access access, @PathVariable String code) {
        return PartyView.of(parties.get(access, code));
    }

    /** Registers a party. */
    @PostMapping("/parties")
    ResponseEntity<PartyView> add(
            Access access,
            BodyEntry body,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody NewPartyRequest request) {
        access.require(Action.PREPARE);
        var added =
                commands.once(
                        access.body(),
                        key,
                        request,
                        PartyView.class,
                        () -> PartyView.of(parties.add(access, request.wish())));
        return ResponseEntity.created(
                        URI.create("/api/v1/bodies/" + body.code() + "/parties/" + added.code()))
                .body(added);
    }

    /** Who is a member on the day, or without a day everyone who ever was. */
    @GetMapping("/members")
    List<MemberView> members(Access access, @RequestParam(required = false) @Nullable String on) {
        var found =
                on == null
                        ? members.all(access)
                        : members.on(access, Input.read("on", () -> DateReader.read(on)));
        return found.stream().map(MemberView::of).toList();
    }

    @GetMapping("/agreements")
    List<AgreementText> agreements(Access access) {
        return agreements.all(access).stream().map(Agreement::text).toList();
    }

    /** The figures that hold, of parties within reach. */
    @GetMapping("/indicators")
    List<IndicatorView> indicators(
            Access access,
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable Integer year) {
        return indicators.list(access, indicator, year).stream().map(IndicatorView::of).toList();
    }

    @GetMapping("/signatories")
    List<SignatoryView> signatories(Access access) {
        return signatories.all(access).stream().map(SignatoryView::of).toList();
    }

    /** The wire form of a list. */
    record PartyPageView(int page, int pages, int total, List<PartyView> parties) {}

    /** The wire form of a party. */
    record PartyView(String code, String kind, String name, Contact contact) {

        static PartyView of(Party party) {
            return new PartyView(party.code(), word(party.kind()), party.name(), party.contact());
        }
    }

    /**
     * The wire form of a wish for a party.
     *
     * @param kind region, donor, vendor or other
     * @param name absent for a region
     */
    record NewPartyRequest(
            String code, String kind, @Nullable String name, @Nullable Contact contact) {

        NewParty wish() {
            return new NewParty(
                    code,
                    Words.word(PartyField.KIND, kind, PartyKind.class),
                    name,
                    Objects.requireNonNullElse(contact, Contact.NONE));
        }
    }

    /** The wire form of a membership. */
    record MemberView(
            String party,
            String name,
            LocalDate from,
            @Nullable LocalDate until,
            String memberClass,
            boolean voting) {

        static MemberView of(Member member) {
            return new MemberView(
                    member.code(),
                    member.name(),
                    member.period().from(),
                    member.period().until(),
                    member.memberClass(),
                    member.voting());
        }
    }

    /** The wire form of a figure; the value is a decimal as text. */
    record IndicatorView(
            String party,
            String indicator,
            int year,
            String value,
            String unit,
            String source,
            @Nullable LocalDate sourceDate,
            @Nullable String revenueBasis,
            int revision,
            Instant recordedAt) {

        static IndicatorView of(IndicatorValue value) {
            var figure = value.figure();
            var basis = figure.revenueBasis();
            return new IndicatorView(
                    figure.party(),
                    figure.indicator(),
                    figure.year(),
                    figure.value().toPlainString(),
                    figure.unit(),
                    figure.source(),
                    figure.sourceDate(),
                    basis == null ? null : basis.code(),
                    value.revision(),
                    value.recordedAt());
        }
    }

    /** The wire form of who signs. */
    record SignatoryView(
            String role,
            String name,
            @Nullable String nip,
            String position,
            LocalDate from,
            @Nullable LocalDate until) {

        static SignatoryView of(Signatory signatory) {
            return new SignatoryView(
                    word(signatory.role()),
                    signatory.name(),
                    signatory.nip(),
                    signatory.position(),
                    signatory.period().from(),
                    signatory.period().until());
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
