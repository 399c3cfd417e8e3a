package id.patungan.ledger;

import id.patungan.platform.Access;
import id.patungan.platform.BodyDirectory;
import id.patungan.platform.Job;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;
import java.time.LocalTime;

/** What the books need done in the background: checkpoints, and a look at every book each night. */
@Configuration(proxyBeanMethods = false)
class LedgerJobs {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerJobs.class);

    @Bean
    Job buildCheckpoints(BodyDirectory bodies, Checkpoints checkpoints) {
        return Job.every(
                "ledger-checkpoints",
                Duration.ofMinutes(1),
                () -> bodies.all().forEach(body -> checkpoints.build(body.id())));
    }

    @Bean
    Job checkBooks(BodyDirectory bodies, Books books, Checks checks, Checkpoints checkpoints) {
        return Job.daily(
                "ledger-checks",
                LocalTime.of(2, 30),
                () ->
                        bodies.all()
                                .forEach(body -> {
                                    // Any work on a book anchors a head that is not yet
                                    books.write(body.id(), () -> Boolean.TRUE);
                                    if (report(body, checks)) {
                                        checkpoints.rebuild(body.id());
                                    }
                                }));
    }

    /** Whether checkpoints are wrong: they are derived, and can be built anew. */
    private static boolean report(BodyDirectory.BodyEntry body, Checks checks) {
        var wrongCheckpoints = false;
        for (var result : checks.run(Access.system(body.id()))) {
            if (!result.passed()) {
                LOG.error(
                        "Book {}: check {} found {} of {} wrong: {}",
                        body.code(),
                        result.check(),
                        result.failures(),
                        result.examined(),
                        result.findings());
            }
            wrongCheckpoints |= !result.passed() && result.check().startsWith("checkpoints-");
        }
        return wrongCheckpoints;
    }
}
