package id.patungan.contributions.rules;

import id.patungan.basics.InputException;
import id.patungan.platform.Access;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Sharing rules for programs. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/rules")
class RuleApi {

    private final Rules rules;
    private final Clock clock;

    RuleApi(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping
    List<Answer> list(Access access, BodyEntry body) {
        var today = LocalDate.now(clock.withZone(body.zone()));
        return rules.all(access).stream().map(rule -> Answer.of(rule, today)).toList();
    }

    @GetMapping("/{code}")
    Answer get(Access access, BodyEntry body, @PathVariable String code) {
        return Answer.of(rules.get(access, code), LocalDate.now(clock.withZone(body.zone())));
    }

    @GetMapping("/{code}/versions/{version}")
    Version version(Access access, @PathVariable String code, @PathVariable int version) {
        return Version.of(rules.version(access, code, version));
    }

    /** Drafts a rule, or the next version of one. */
    @PostMapping
    ResponseEntity<Version> draft(
            Access access,
            BodyEntry body,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Draft request) {
        var version = rules.draft(access, request.toWish(), key);
        return ResponseEntity.created(
                        URI.create(
                                "/api/v1/bodies/%s/rules/%s/versions/%d"
                                        .formatted(body.code(), version.rule(), version.version())))
                .body(Version.of(version));
    }

    @PostMapping("/{code}/versions/{version}/decision")
    Version decide(
            Access access,
            @PathVariable String code,
            @PathVariable int version,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Decision request) {
        return Version.of(
                rules.decide(
                        access,
                        code,
                        version,
                        required("approve", request.approve()),
                        request.reason(),
                        key));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InputException(field, "is missing");
        }
        return value;
    }

    /** The wish for a version; see {@link NewRuleVersion} for the fields. */
    record Draft(
            @Nullable String code,
            @Nullable String text,
            @Nullable LocalDate effectiveFrom,
            @Nullable String agreement,
            @Nullable String article) {

        NewRuleVersion toWish() {
            return new NewRuleVersion(
                    required("code", code),
                    required("text", text),
                    required("effectiveFrom", effectiveFrom),
                    required("agreement", agreement),
                    required("article", article));
        }
    }

    /** Yes or no, and why; a no needs a reason. */
    record Decision(@Nullable Boolean approve, @Nullable String reason) {}

    /**
     * A rule.
     *
     * @param inForce number of the version in force today; null if none is
     * @param waiting number of the version that waits for a decision; null if none does
     * @param versions the newest first
     */
    record Answer(
            String code,
            String name,
            @Nullable Integer inForce,
            @Nullable Integer waiting,
            List<Version> versions) {

        static Answer of(SharingRule rule, LocalDate today) {
            return new Answer(
                    rule.code(),
                    rule.name(),
                    rule.inForce(today).map(RuleVersion::version).orElse(null),
                    rule.waiting().map(RuleVersion::version).orElse(null),
                    rule.versions().stream().map(Version::of).toList());
        }
    }

    /** A version; see {@link RuleVersion} for the fields. */
    record Version(
            String rule,
            int version,
            String state,
            String name,
            String text,
            LocalDate effectiveFrom,
            String agreement,
            String article,
            String preparedBy,
            Instant preparedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            String digest) {

        static Version of(RuleVersion version) {
            return new Version(
                    version.rule(),
                    version.version(),
                    version.state().code(),
                    version.name(),
                    version.text(),
                    version.effectiveFrom(),
                    version.agreement(),
                    version.article(),
                    version.preparedBy(),
                    version.preparedAt(),
                    version.decidedBy(),
                    version.decidedAt(),
                    version.reason(),
                    version.digest());
        }
    }
}
