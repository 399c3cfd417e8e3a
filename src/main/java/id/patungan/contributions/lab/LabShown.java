package id.patungan.contributions.lab;

import id.patungan.contributions.rules.RuleTexts;
import id.patungan.documents.PaperFormats;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.util.Locale;

/** Makes the views of comparisons. */
@Component
class LabShown {

    private final MessageSource messages;
    private final RuleTexts ruleTexts;

    LabShown(MessageSource messages, RuleTexts ruleTexts) {
        this.messages = messages;
        this.ruleTexts = ruleTexts;
    }

    LabView of(Comparison comparison, BodyEntry body, Locale language) {
        return new LabView(
                comparison,
                new PaperFormats(language, body.currency(), body.zone()),
                messages,
                ruleTexts);
    }
}
