package id.patungan.contributions.letters;

import id.patungan.platform.Job;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/** Letters are issued in the background. */
@Configuration(proxyBeanMethods = false)
class LetterJobs {

    @Bean
    Job issueLetters(LetterRuns runs) {
        return Job.every("contributions-letters", Duration.ofSeconds(2), runs::work);
    }
}
