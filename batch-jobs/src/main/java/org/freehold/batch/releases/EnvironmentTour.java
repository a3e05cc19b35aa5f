package org.freehold.batch.releases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.freehold.environments.EnvironmentHousekeeping;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.MigrationFailed;
import org.freehold.jobs.LogLevel;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.NotFound;

/**
 * Goes through the environments of a run's tenant, outside transactions: their databases may be
 * slow. One that does not answer is told in the log and passed by.
 */
@Dependent
class EnvironmentTour {
  /** What is done at one; answers lines for the log. */
  interface Stop {
    List<String> at(EnvironmentId environment) throws MigrationFailed;
  }

  @Inject private RunningHere here;
  @Inject private RunProgress progress;
  @Inject private EnvironmentHousekeeping environments;
  private volatile boolean stopped;

  /** Answers how it ended, in a few words. */
  String go(String id, Stop stop) throws Exception {
    return here.within(
        id,
        run -> {
          List<EnvironmentId> all = environments.all();
          progress.expect(run, (long) all.size(), null);
          int failed = 0;
          for (EnvironmentId environment : all) {
            if (stopped) {
              return "stopped";
            }
            failed += visited(run, environment, stop) ? 0 : 1;
            progress.advance(run, 0, 1, Map.of("environments", 1L));
          }
          return failed == 0 ? "completed" : "unreachable: " + failed;
        });
  }

  private boolean visited(Run run, EnvironmentId environment, Stop stop) {
    try {
      stop.at(environment).forEach(line -> progress.log(run, LogLevel.INFO, line));
      return true;
    } catch (MigrationFailed e) {
      progress.log(
          run, LogLevel.WARNING, environment.value() + " does not answer: " + e.getMessage());
      return false;
    } catch (NotFound gone) {
      progress.log(run, LogLevel.INFO, environment.value() + " was deleted meanwhile");
      return true;
    }
  }

  void stop() {
    stopped = true;
  }
}
