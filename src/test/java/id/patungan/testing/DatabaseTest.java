package id.patungan.testing;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test with the whole program on a real database: the embedded server, or with {@code
 * -Dpatungan.test.datasource=URL} (profile {@code mysql}) another one.
 *
 * <p>The schema is emptied once per run, not per class: use a body of your own in each test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest
@ActiveProfiles("test")
@Tag("database")
@Import(TestDatabase.class)
@ContextConfiguration(initializers = TestDatabase.Choice.class)
public @interface DatabaseTest {}
