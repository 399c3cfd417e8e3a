package id.patungan.documents.mail;

import id.patungan.platform.Job;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/** The outbox is worked through in the background. */
@Configuration(proxyBeanMethods = false)
class MailJobs {

    @Bean
    Job sendMail(Sender sender) {
        return Job.every("documents-mail", Duration.ofSeconds(5), sender::work);
    }
}
