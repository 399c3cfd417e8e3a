package id.patungan.ledger;

import id.patungan.basics.BodyId;
import id.patungan.ledger.EntryRule.Asking;
import id.patungan.ledger.EntryRule.Proposed;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.function.Consumer;

/** Asks all rules of other modules about entries. */
@Component
class EntryRules {

    private final ObjectProvider<EntryRule> rules;

    /** Looks the rules up when it asks: they read the books themselves. */
    EntryRules(ObjectProvider<EntryRule> rules) {
        this.rules = rules;
    }

    /** Begins to ask about the entries of one transaction or file. */
    Consumer<Asked> asking(BodyId body) {
        var asked = rules.orderedStream().map(rule -> rule.asking(body)).toList();
        return one -> require(asked, one);
    }

    private static void require(Iterable<Asking> rules, Asked asked) {
        var content = asked.content();
        if (asked.corrects() || content.kind().equals(NewEntry.CLOSING)) return;
        var entry =
                new Proposed(
                        content.date(),
                        content.kind(),
                        content.description(),
                        content.sourceKey(),
                        content.documentNo(),
                        content.lines());
        for (var rule : rules) rule.require(entry);
    }
}
