package id.patungan.platform;

import org.jooq.conf.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.ZoneId;

/** What every module is given. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    /** The only source of now; its zone is that of the first users, bodies have their own. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Jakarta"));
    }

    /**
     * Statements are rendered for the server alone, not a second time for a log that nobody reads.
     */
    @Bean
    Settings sqlSettings() {
        return new Settings()
                .withExecuteLogging(false)
                .withRenderSchema(false)
                .withAttachRecords(false);
    }
}
