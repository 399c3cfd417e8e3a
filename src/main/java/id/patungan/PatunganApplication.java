package id.patungan;

import id.patungan.cli.Commands;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole program: pages, API and commands over the same services. */
@SpringBootApplication
public class PatunganApplication {

    /** Runs a command; {@code serve} is the one that keeps running. */
    public static void main(String[] arguments) {
        var code = Commands.run(PatunganApplication.class, arguments);
        if (code != Commands.SERVING) {
            System.exit(code);
        }
    }
}
