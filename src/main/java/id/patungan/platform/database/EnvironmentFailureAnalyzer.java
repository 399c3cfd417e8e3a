package id.patungan.platform.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with the surroundings as one text instead of a page of stack trace. */
class EnvironmentFailureAnalyzer extends AbstractFailureAnalyzer<EnvironmentException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, EnvironmentException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
