package id.patungan.ledger;

import id.patungan.basics.BodyId;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Every head that was kept outside the database is still in the chain. */
@Component
class AnchorCheck implements BookCheck {

    private static final Pattern LINE = Pattern.compile("([1-9][0-9]{0,17}) ([0-9a-f]{64}) (\\S+)");
    private static final int CHUNK = 1_000;

    private final Books books;
    private final Anchors anchors;
    private final CheckRepository rows;

    AnchorCheck(Books books, Anchors anchors, CheckRepository rows) {
        this.books = books;
        this.anchors = anchors;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "anchors-hold";
    }

    @Override
    public CheckResult run(BodyId body, long knownAt) {
        var run = new Run(body);
        anchors.forEach(books.get(body), run::take);
        run.compare();
        return CheckResult.of(name(), run.examined, run.findings);
    }

    /** One reading of the file, compared chunk by chunk. */
    private final class Run {

        private final BodyId body;
        private final Map<Long, String> chunk = new LinkedHashMap<>();
        private final List<String> findings = new ArrayList<>();
        private long examined;

        Run(BodyId body) {
            this.body = body;
        }

        void take(String line) {
            examined++;
            var anchor = LINE.matcher(line);
            if (!anchor.matches()) {
                findings.add("Line " + examined + " of the anchors cannot be read: " + line);
                return;
            }
            var number = Long.parseLong(anchor.group(1));
            var other = chunk.put(number, anchor.group(2));
            if (other != null && !other.equals(anchor.group(2))) {
                findings.add("Entry " + number + " was anchored twice, with two hashes");
            }
            if (chunk.size() == CHUNK) {
                compare();
            }
        }

        void compare() {
            if (chunk.isEmpty()) {
                return;
            }
            var hashes = rows.hashes(body, List.copyOf(chunk.keySet()));
            chunk.forEach((number, hash) -> {
                var found = hashes.get(number);
                if (found == null) {
                    findings.add("Entry " + number + " was anchored and is gone");
                } else if (!found.hex().equals(hash)) {
                    findings.add(
                            "Entry "
                                    + number
                                    + " was anchored with another hash: it was rewritten");
                }
            });
            chunk.clear();
        }
    }
}
