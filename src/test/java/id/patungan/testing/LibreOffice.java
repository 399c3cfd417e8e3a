package id.patungan.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A spreadsheet program that opens workbooks, calculates every cell anew, and saves them. */
public final class LibreOffice {

    private static final List<String> PLACES =
            List.of(
                    "/usr/bin/soffice",
                    "/usr/local/bin/soffice",
                    "/opt/libreoffice/program/soffice");

    private static final String ALWAYS_CALCULATE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """;

    /** A run leaves out what is beyond some 250 files. */
    private static final int MOST = 150;

    private LibreOffice() {}

    /** Where it is, if it is there. */
    public static Optional<Path> executable() {
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /**
     * Opens all workbooks of a folder, many in one run, and saves them under the same names.
     *
     * @param home an empty folder for its profile
     * @param format such as {@code xlsx} or {@code pdf}
     */
    public static void convert(Path from, Path to, Path home, String format)
            throws IOException, InterruptedException {
        var profile = Files.createDirectories(home.resolve("user"));
        Files.writeString(profile.resolve("registrymodifications.xcu"), ALWAYS_CALCULATE);
        List<String> all;
        try (var files = Files.list(from)) {
            all = files.map(Path::toString).sorted().toList();
        }
        for (var first = 0; first < all.size(); first += MOST) {
            var some = all.subList(first, Math.min(all.size(), first + MOST));
            convert(some, to, home, format);
        }
    }

    private static void convert(List<String> files, Path to, Path home, String format)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                executable().orElseThrow().toString(),
                                "-env:UserInstallation=" + home.toUri(),
                                "--headless",
                                "--convert-to",
                                format,
                                "--outdir",
                                to.toString()));
        command.addAll(files);
        var log = home.resolve("log.txt").toFile();
        var program =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        if (!program.waitFor(3, TimeUnit.MINUTES)) {
            program.destroyForcibly();
            throw new IOException("LibreOffice did not end: " + Files.readString(log.toPath()));
        }
    }
}
