package id.patungan.contributions.letters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A notice on the page {@code reports/assessment-letter.jrxml}. */
final class NoticeLayout {

    private final Notice notice;
    private final String digest;
    private final LetterTexts texts;

    NoticeLayout(Notice notice, String digest, LetterTexts texts) {
        this.notice = notice;
        this.digest = digest;
        this.texts = texts;
    }

    LetterPage page() {
        var composed =
                texts.frame(
                        notice.body(), notice.date(), notice.signatory(), notice.code(), digest);
        composed.put("number", notice.code());
        composed.put("nature", notice.nature());
        composed.put("annex", notice.annex());
        composed.put("subject", notice.subject());
        composed.put(
                "addressee",
                Stream.of(
                                notice.addressee() == null
                                        ? notice.partyName()
                                        : notice.addressee(),
                                notice.address())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n")));
        composed.put("opening", notice.opening());
        List<Map<String, ?>> rows = new ArrayList<>();
        for (var one : notice.rows()) {
            var row = new HashMap<String, Object>();
            row.put("row", one.kind().name().toLowerCase(Locale.ROOT));
            row.put("c1", one.first());
            row.put("c2", one.second());
            rows.add(row);
        }
        return new LetterPage(composed, rows);
    }
}
