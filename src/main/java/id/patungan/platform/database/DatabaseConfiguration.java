package id.patungan.platform.database;

import id.patungan.platform.database.EmbeddedDatabase.Sharing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import javax.sql.DataSource;

/** Which server the program talks to, and as whom. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Without {@code spring.datasource.url}: the server below the home. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(WithoutUrl.class)
    static class Embedded {

        /** A server wants the home alone; a command works on the server that runs, if one does. */
        @Bean
        EmbeddedDatabase embeddedDatabase(
                @Value("${patungan.home}") String home, ApplicationContext context) {
            var sharing =
                    context instanceof WebServerApplicationContext ? Sharing.ALONE : Sharing.JOIN;
            return EmbeddedDatabase.open(new Home(Path.of(home)), sharing);
        }

        /** A program that comes later can then say where this one is. */
        @Bean
        ApplicationListener<WebServerInitializedEvent> announceAddress(EmbeddedDatabase database) {
            return event ->
                    database.announce(
                            URI.create("http://localhost:" + event.getWebServer().getPort()));
        }

        @Bean
        JdbcConnectionDetails jdbcConnectionDetails(EmbeddedDatabase database) {
            var account = database.application();
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return account.user();
                }

                @Override
                public String getPassword() {
                    return account.password();
                }

                @Override
                public String getJdbcUrl() {
                    return account.url();
                }
            };
        }

        @Bean
        FlywayConnectionDetails flywayConnectionDetails(EmbeddedDatabase database) {
            return new OwnerConnection(database.owner());
        }
    }

    /** With {@code spring.datasource.url}: the operator's server. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url")
    static class External {

        @Bean
        ExternalServer externalServer(
                JdbcConnectionDetails application,
                @Value("${patungan.datasource.owner-username:}") String user,
                @Value("${patungan.datasource.owner-password:}") String password) {
            var applicationUser = application.getUsername();
            return new ExternalServer(
                    new DatabaseAccount(application.getJdbcUrl(), user, password),
                    applicationUser == null ? "" : applicationUser);
        }

        @Bean
        FlywayConnectionDetails flywayConnectionDetails(ExternalServer server) {
            return new OwnerConnection(server.owner());
        }
    }

    /** After the migrations; nothing else may use the database before. */
    @Bean
    @DependsOnDatabaseInitialization
    ApplicationRights applicationRights(DataSource application) {
        return new ApplicationRights(application);
    }

    /** Migrations grant to the account that the program really signs in as. */
    @Bean
    FlywayConfigurationCustomizer applicationUserInMigrations(JdbcConnectionDetails application) {
        return flyway -> flyway.placeholders(Map.of("app_user", accountOf(application)));
    }

    /** One schema, named by the connection alone; the dialect is what both servers understand. */
    @Bean
    DefaultConfigurationCustomizer portableSql() {
        return configuration -> configuration.settings().withRenderSchema(false);
    }

    static final class WithoutUrl extends NoneNestedConditions {
        WithoutUrl() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("spring.datasource.url")
        static class Url {}
    }

    private static String accountOf(JdbcConnectionDetails application) {
        // without the schema, on which the user may have no right before the first migration
        var server =
                application.getJdbcUrl().replaceFirst("^(jdbc:mysql:[^/]*//[^/]*/)[^?]*", "$1");
        try (var connection =
                        DriverManager.getConnection(
                                server, application.getUsername(), application.getPassword());
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT CURRENT_USER()")) {
            result.next();
            var account = result.getString(1);
            var at = account.lastIndexOf('@');
            return "'" + account.substring(0, at) + "'@'" + account.substring(at + 1) + "'";
        } catch (SQLException e) {
            throw new EnvironmentException(
                    "The application user "
                            + application.getUsername()
                            + " cannot sign in to the database: "
                            + e.getMessage(),
                    e);
        }
    }

    private record OwnerConnection(DatabaseAccount account) implements FlywayConnectionDetails {
        @Override
        public String getUsername() {
            return account.user();
        }

        @Override
        public String getPassword() {
            return account.password();
        }

        @Override
        public String getJdbcUrl() {
            return account.url();
        }
    }
}
