package id.patungan.documents;

import id.patungan.parties.Bodies;
import id.patungan.parties.Signatories;
import id.patungan.parties.SignatoryRole;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What stands at the head and at the foot of every paper of a body. */
@Service
public class PaperFrames {

    private final Bodies bodies;
    private final Signatories signatories;

    PaperFrames(Bodies bodies, Signatories signatories) {
        this.bodies = bodies;
        this.signatories = signatories;
    }

    /** The body as papers show it. */
    public PaperBody body(Access access) {
        var body = bodies.get(access);
        var head = body.profile().letterhead();
        return new PaperBody(
                body.code(),
                body.name(),
                Stream.of(
                                head.line(),
                                joined(head.address(), head.phone(), head.email(), head.website()))
                        .filter(Objects::nonNull)
                        .toList(),
                head.place(),
                body.currency(),
                body.zone(),
                body.isSample());
    }

    private static @Nullable String joined(@Nullable String... texts) {
        var present = Stream.of(texts).filter(Objects::nonNull).toList();
        return present.isEmpty() ? null : String.join(" \u00b7 ", present);
    }

    /** Who signs on that day, the head first; a role that nobody holds then is missing. */
    public List<PaperSignatory> signing(Access access, LocalDate day) {
        var signing = new ArrayList<PaperSignatory>();
        for (var role : SignatoryRole.values()) {
            signatories
                    .valid(access, role, day)
                    .ifPresent(one ->
                            signing.add(
                                    new PaperSignatory(
                                            role == SignatoryRole.HEAD,
                                            one.position(),
                                            one.name(),
                                            one.nip())));
        }
        return signing;
    }
}
