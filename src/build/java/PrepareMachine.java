import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees to what only the system's packages have: as root it installs what is missing and says so; as
 * an ordinary user it prints one line with the command, and the tests that need the part skip
 * themselves. Argument: {@code fonts} (for PDF), or for tests {@code browser} or {@code
 * spreadsheet}.
 */
final class PrepareMachine {
    private PrepareMachine() {}

    private record Part(String use, List<String> packages, List<String> anyOf) {
        boolean isThere() {
            return anyOf.stream().map(Path::of).anyMatch(Files::exists);
        }
    }

    private static final List<Part> FONTS =
            List.of(
                    new Part(
                            "PDF files",
                            List.of("fontconfig"),
                            List.of("/usr/bin/fc-list", "/usr/local/bin/fc-list")),
                    new Part(
                            "PDF files",
                            List.of("fonts-dejavu-core"),
                            List.of(
                                    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
                                    "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
                                    "/usr/share/fonts/TTF/DejaVuSans.ttf")));

    private static final List<Part> BROWSER =
            List.of(
                    new Part(
                            "browser tests",
                            List.of("chromium"),
                            List.of(
                                    "/usr/bin/chromium",
                                    "/usr/bin/chromium-browser",
                                    "/usr/bin/google-chrome")));

    private static final List<Part> SPREADSHEET =
            List.of(
                    new Part(
                            "tests of spreadsheets",
                            List.of("libreoffice-calc-nogui"),
                            List.of("/usr/bin/soffice", "/usr/local/bin/soffice")));

    public static void main(String[] arguments) throws Exception {
        var missing =
                (switch (arguments[0]) {
                            case "fonts" -> FONTS;
                            case "spreadsheet" -> SPREADSHEET;
                            default -> BROWSER;
                        })
                        .stream().filter(part -> !part.isThere()).toList();
        if (missing.isEmpty()) return;
        var packages = missing.stream().flatMap(part -> part.packages().stream()).toList();
        var use = missing.getFirst().use();
        var install = "apt-get update && apt-get install -y " + String.join(" ", packages);
        var isRoot = System.getProperty("user.name").equals("root");
        if (!isRoot || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            System.out.println(
                    "**** MISSING for "
                            + use
                            + ": "
                            + String.join(", ", packages)
                            + ". Tests that need it are SKIPPED. As root: "
                            + install);
            return;
        }
        System.out.println(
                "Installing " + String.join(", ", packages) + " for " + use + ": " + install);
        run(List.of("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", "update"));
        var command =
                new ArrayList<>(
                        List.of(
                                "apt-get",
                                "-qq",
                                "-o",
                                "DPkg::Lock::Timeout=300",
                                "install",
                                "-y",
                                "--no-install-recommends"));
        command.addAll(packages);
        run(command);
        System.out.println("Installed " + String.join(", ", packages));
    }

    /** The output goes to a file and is shown only when something goes wrong. */
    private static void run(List<String> command) throws Exception {
        var log = Files.createTempFile("patungan-apt", ".log");
        try {
            var builder =
                    new ProcessBuilder(command)
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            var status = builder.start().waitFor();
            if (status != 0) {
                System.out.println(Files.readString(log));
                System.out.println(
                        "**** " + String.join(" ", command) + " ended with status " + status);
                System.exit(1);
            }
        } finally {
            Files.delete(log);
        }
    }
}
