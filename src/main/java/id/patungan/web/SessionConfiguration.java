package id.patungan.web;

import id.patungan.platform.Job;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

import java.time.Duration;

/** Sessions live in the database, so that any node can answer any request. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
        maxInactiveIntervalInSeconds = SessionConfiguration.IDLE_SECONDS,
        cleanupCron = "-")
class SessionConfiguration {

    static final int IDLE_SECONDS = 1800;

    @Bean
    MySqlJdbcIndexedSessionRepositoryCustomizer mySqlSessions() {
        return new MySqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** The filter of sessions is made early, when there would be no tables yet. */
    @Bean
    static BeanFactoryPostProcessor sessionsNeedTheirTables() {
        return beans -> {
            if (beans.containsBeanDefinition("flywayInitializer")) {
                beans.getBeanDefinition("sessionRepository").setDependsOn("flywayInitializer");
            }
        };
    }

    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("patungan");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    @Bean
    Job forgetEndedSessions(JdbcIndexedSessionRepository sessions) {
        return Job.every(
                "web-forget-ended-sessions",
                Duration.ofMinutes(5),
                sessions::cleanUpExpiredSessions);
    }
}
