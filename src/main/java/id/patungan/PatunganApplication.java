package id.patungan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole program: pages, API and commands over the same services. */
@SpringBootApplication
public class PatunganApplication {

    /** Starts the server. */
    public static void main(String[] arguments) {
        SpringApplication.run(PatunganApplication.class, arguments);
    }
}
