package id.patungan.cli;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads the demo before the web server takes its first request, when the {@code demo} command asks.
 */
@Component
@ConditionalOnProperty(DemoLoader.ASKED)
class DemoLoader implements SmartLifecycle {

    /** Set by the command alone. */
    static final String ASKED = "patungan.demo";

    private final Demo demo;
    private volatile boolean running;

    DemoLoader(Demo demo) {
        this.demo = demo;
    }

    @Override
    public void start() {
        demo.load();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything that answers or works in the background. */
    @Override
    public int getPhase() {
        return 0;
    }
}
