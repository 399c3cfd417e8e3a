package id.patungan.platform.database;

import id.patungan.platform.database.EmbeddedDatabase.Sharing;

import java.net.URI;
import java.nio.file.Path;

/** Opens a home, says so, and keeps it open until its input ends. */
final class HomeProgram {

    private HomeProgram() {}

    public static void main(String[] arguments) throws Exception {
        var home = new Home(Path.of(arguments[0]));
        try (var database = EmbeddedDatabase.open(home, Sharing.valueOf(arguments[1]))) {
            database.announce(URI.create("http://localhost:8080"));
            System.out.println("open " + database.owner().url());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (EnvironmentException e) {
            System.out.println("refused " + e.getMessage());
            System.exit(e.getExitCode());
        }
    }
}
