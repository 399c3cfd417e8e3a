package id.patungan.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;

/** Skips a test that needs what only the system's packages have; the build has said it aloud. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Needs.Condition.class)
public @interface Needs {

    /** What is needed. */
    Part value();

    /** Something that the system's packages have. */
    enum Part {
        /** A browser. */
        CHROMIUM,
        /** A spreadsheet program that calculates without a screen. */
        LIBREOFFICE,
        /** Fonts and their configuration, without which no PDF can be drawn. */
        FONTS;

        boolean isThere() {
            return switch (this) {
                case CHROMIUM -> Chromium.executable().isPresent();
                case LIBREOFFICE -> LibreOffice.executable().isPresent();
                case FONTS -> Files.isExecutable(Path.of("/usr/bin/fc-list"));
            };
        }
    }

    /** Looks whether the part is there. */
    class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            var needs = AnnotationSupport.findAnnotation(context.getElement(), Needs.class);
            return needs.filter(found -> !found.value().isThere())
                    .map(found -> ConditionEvaluationResult.disabled(found.value() + " is missing"))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("nothing is missing"));
        }
    }
}
