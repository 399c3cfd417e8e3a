package id.patungan.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

/**
 * Runs the {@link Job}s, each on one node at a time, through a table in the database. Only a server
 * does so, never a command.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "patungan.jobs.enabled", matchIfMissing = true)
class JobsConfiguration {

    @Bean
    Job forgetOldAttempts(SignIn signIn) {
        return Job.every(
                "platform-forget-sign-in-attempts",
                Duration.ofMinutes(30),
                signIn::forgetOldAttempts);
    }

    @Bean
    JobRunner jobRunner(DataSource database, ObjectProvider<Job> jobs, Clock clock) {
        var tasks = jobs.orderedStream().map(job -> task(job, clock)).toList();
        return new JobRunner(database, tasks);
    }

    private static RecurringTask<Void> task(Job job, Clock clock) {
        return Tasks.recurring(job.name(), schedule(job, clock))
                .execute((instance, context) -> job.work().run());
    }

    private static Schedule schedule(Job job, Clock clock) {
        var every = job.every();
        if (every != null) {
            return FixedDelay.of(every);
        }
        var at = job.at();
        if (at == null) {
            throw new IllegalArgumentException(job.name() + " has neither interval nor time");
        }
        return Schedules.daily(clock.getZone(), at);
    }

    /** Starts after everything else and stops before it. */
    static final class JobRunner implements SmartLifecycle {

        private final DataSource database;
        private final List<RecurringTask<Void>> tasks;
        private @Nullable Scheduler scheduler;

        JobRunner(DataSource database, List<RecurringTask<Void>> tasks) {
            this.database = database;
            this.tasks = tasks;
        }

        @Override
        public synchronized void start() {
            if (scheduler == null) {
                var started =
                        Scheduler.create(database)
                                .startTasks(tasks)
                                .threads(2)
                                // people wait for letters; work of a node that died goes on soon
                                .pollingInterval(Duration.ofSeconds(2))
                                .heartbeatInterval(Duration.ofSeconds(10))
                                .alwaysPersistTimestampInUTC()
                                .shutdownMaxWait(Duration.ofSeconds(20))
                                .build();
                started.start();
                scheduler = started;
            }
        }

        @Override
        public synchronized void stop() {
            if (scheduler != null) {
                scheduler.stop();
                scheduler = null;
            }
        }

        @Override
        public synchronized boolean isRunning() {
            return scheduler != null;
        }
    }
}
