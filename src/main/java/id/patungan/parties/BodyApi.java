package id.patungan.parties;

import id.patungan.basics.BodyId;
import id.patungan.platform.Access;
import id.patungan.platform.Commands;
import id.patungan.platform.Viewer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/** Bodies for programs. */
@RestController
@RequestMapping("/api/v1/bodies")
class BodyApi {

    /** Commands that are about no body yet keep their keys under this number. */
    private static final BodyId INSTALLATION = new BodyId(0);

    private final Bodies bodies;
    private final Commands commands;

    BodyApi(Bodies bodies, Commands commands) {
        this.bodies = bodies;
        this.commands = commands;
    }

    /** The bodies that the asker has a permission in; all of them for an administrator. */
    @GetMapping
    List<BodyView> list(Viewer viewer) {
        return bodies.of(viewer).stream().map(BodyView::of).toList();
    }

    @GetMapping("/{body}")
    BodyView one(Access access) {
        return BodyView.of(bodies.get(access));
    }

    /** Sets up a body and opens its book; for administrators. */
    @PostMapping
    ResponseEntity<BodyView> create(
            Viewer viewer,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody NewBodyRequest request) {
        viewer.requireAdministrator();
        var created =
                commands.once(
                        INSTALLATION,
                        key,
                        request,
                        BodyView.class,
                        () -> BodyView.of(bodies.create(viewer, request.wish())));
        return ResponseEntity.created(URI.create("/api/v1/bodies/" + created.code())).body(created);
    }

    /** The wire form of a body. */
    record BodyView(
            String code,
            String name,
            @Nullable String nameEn,
            @Nullable String legalForm,
            Letterhead letterhead,
            String zone,
            String currency,
            boolean sample,
            @Nullable String sampleNote,
            @Nullable String sampleNoteEn) {

        static BodyView of(Body body) {
            var profile = body.profile();
            var sample = profile.sample();
            return new BodyView(
                    body.code(),
                    profile.name(),
                    profile.nameEn(),
                    profile.legalForm(),
                    profile.letterhead(),
                    body.zone().getId(),
                    body.currency().getCurrencyCode(),
                    sample != null,
                    sample == null ? null : sample.note(),
                    sample == null ? null : sample.noteEn());
        }
    }

    /**
     * The wire form of a wish for a body.
     *
     * @param zone WIB, WITA, WIT or a zone such as Asia/Jakarta
     * @param firstOpenDate the first day of the first month of its book
     */
    record NewBodyRequest(
            String code,
            String name,
            @Nullable String nameEn,
            @Nullable String legalForm,
            @Nullable Letterhead letterhead,
            String zone,
            String currency,
            String firstOpenDate,
            @Nullable Boolean approvalRequired,
            @Nullable String sampleNote,
            @Nullable String sampleNoteEn) {

        NewBody wish() {
            var sample =
                    sampleNote == null && sampleNoteEn == null
                            ? null
                            : new Sample(
                                    Objects.requireNonNullElse(sampleNote, ""),
                                    Objects.requireNonNullElse(sampleNoteEn, ""));
            return new NewBody(
                    code,
                    new Profile(
                            name,
                            nameEn,
                            legalForm,
                            Objects.requireNonNullElse(letterhead, Letterhead.NONE),
                            sample),
                    Words.zone(zone),
                    Words.currency(currency),
                    Words.date(PartyField.FIRST_OPEN_DATE, firstOpenDate),
                    Boolean.TRUE.equals(approvalRequired));
        }
    }
}
