package org.freehold.jobs.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Properties;
import org.freehold.jobs.JobCatalogue;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunEngine;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.NotFound;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/** Hands a run to the batch runtime: a new one, or one whose node died. */
@ApplicationScoped
public class RunWork implements WorkHandler {
  @Inject private RunOrders orders;
  @Inject private RunEngine engine;
  @Inject private JobCatalogue catalogue;
  @Inject private RunningHere here;

  @Override
  public String kind() {
    return RunOrders.KIND;
  }

  @Override
  public void handle(WorkItem item) {
    if (here.isClosing()) {
      throw new IllegalStateException("This node stops; another takes the run");
    }
    orders.next(new JobRunId(item.subject())).ifPresent(this::begin);
  }

  private void begin(RunOrders.Order order) {
    Run run = order.run();
    here.add(run);
    try {
      execute(run, order.restartOf());
    } catch (NotFound e) {
      giveUp(run, "There is no job " + run.job() + " any more.");
    } catch (IllegalStateException e) {
      giveUp(run, e.getMessage());
    }
  }

  private void execute(Run run, Long restartOf) {
    boolean anew = catalogue.find(run.tenant(), run.job()).keepsItsPlace();
    if (restartOf == null || anew) {
      engine.start(run.job(), properties(run));
    } else {
      engine.restart(restartOf, properties(run));
    }
  }

  private void giveUp(Run run, String why) {
    here.remove(run);
    orders.failed(run, why);
  }

  /** All of them, at a restart too: runtimes differ in which they remember. */
  private static Properties properties(Run run) {
    Properties properties = new Properties();
    properties.setProperty("run", run.id().value().toString());
    run.parameters()
        .forEach(
            (name, value) ->
                properties.setProperty(
                    name,
                    value instanceof jakarta.json.JsonString text
                        ? text.getString()
                        : value.toString()));
    return properties;
  }
}
