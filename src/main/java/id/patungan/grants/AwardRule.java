package id.patungan.grants;

import id.patungan.basics.BodyId;
import id.patungan.ledger.Books;
import id.patungan.ledger.EntryRule;

import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Holds every entry against the terms of the awards whose money or lines it touches. */
@Component
class AwardRule implements EntryRule {

    private final AwardRepository awards;
    private final AwardMovementRepository movements;
    private final Books books;

    AwardRule(AwardRepository awards, AwardMovementRepository movements, Books books) {
        this.awards = awards;
        this.movements = movements;
        this.books = books;
    }

    @Override
    public Asking asking(BodyId body) {
        return new Tests(body);
    }

    private final class Tests implements Asking {

        private final BodyId body;
        private final Map<String, Eligibility> tests = new HashMap<>();
        private final Map<String, AwardTerms> terms = new LinkedHashMap<>();
        private boolean read;

        Tests(BodyId body) {
            this.body = body;
        }

        @Override
        public void require(Proposed entry) {
            var touched =
                    terms().entrySet().stream()
                            .filter(one -> touches(entry, one.getKey(), one.getValue().funds()))
                            .map(one -> tests.computeIfAbsent(one.getKey(), this::test))
                            .toList();
            touched.forEach(test -> test.require(entry));
            touched.forEach(test -> test.passed(entry));
        }

        private Map<String, AwardTerms> terms() {
            if (!read) {
                awards.awards(body, null)
                        .forEach(award ->
                                award.terms().ifPresent(one -> terms.put(award.code(), one)));
                read = true;
            }
            return terms;
        }

        private static boolean touches(Proposed entry, String award, Set<String> funds) {
            return entry.lines().stream()
                    .anyMatch(line ->
                            funds.contains(line.fund().value())
                                    || AwardLineCode.read(line.awardLine())
                                            .filter(code -> code.award().equals(award))
                                            .isPresent());
        }

        private Eligibility test(String award) {
            var of = terms().get(award);
            if (of == null) throw AwardException.noSuchAward(award);
            return new Eligibility(
                    new AwardBook(
                            award,
                            of,
                            books.get(body).currency(),
                            movements.movements(body, of.funds(), null, Long.MAX_VALUE),
                            awards.events(body, award),
                            0),
                    document -> movements.charged(body, document));
        }
    }
}
