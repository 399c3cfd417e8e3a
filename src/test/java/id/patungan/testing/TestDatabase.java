package id.patungan.testing;

import com.zaxxer.hikari.HikariDataSource;

import id.patungan.platform.database.DatabaseAccount;
import id.patungan.platform.database.EmbeddedDatabase;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The server under test, empty at the start of each run. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final AtomicBoolean EMPTIED = new AtomicBoolean();

    /** Set when the tests run against a server other than the embedded one. */
    private static final String EXTERNAL = System.getProperty("patungan.test.datasource", "");

    /**
     * Points the program to the other server; its accounts are made by {@code .ci/mysql-server}.
     */
    static class Choice implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            if (!EXTERNAL.isEmpty()) {
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(
                                new MapPropertySource(
                                        "external test database",
                                        Map.of(
                                                "spring.datasource.url", EXTERNAL,
                                                "spring.datasource.username", "patungan_app",
                                                "spring.datasource.password", "app-pw",
                                                "patungan.datasource.owner-username",
                                                        "patungan_owner",
                                                "patungan.datasource.owner-password", "owner-pw")));
            }
        }
    }

    @Bean
    FlywayMigrationStrategy emptyOnce() {
        return flyway -> {
            if (EMPTIED.compareAndSet(false, true)) {
                flyway.clean();
            }
            flyway.migrate();
        };
    }

    @Bean
    SuperUser superUser(ObjectProvider<EmbeddedDatabase> embedded) {
        var database = embedded.getIfAvailable();
        return database == null
                ? new SuperUser(
                        new DatabaseAccount(EXTERNAL, "patungan_admin", "admin-pw"),
                        "'patungan_app'@'%'")
                : new SuperUser(database.administrator(), "'patungan_app'@'127.0.0.1'");
    }

    @Bean
    static Faults faults() {
        return new Faults();
    }

    @Bean
    static BeanPostProcessor faultyDataSource(Faults faults) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool
                        ? new FaultyDataSource(pool, faults)
                        : bean;
            }
        };
    }
}
