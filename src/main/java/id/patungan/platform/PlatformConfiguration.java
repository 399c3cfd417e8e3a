package id.patungan.platform;

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
}
