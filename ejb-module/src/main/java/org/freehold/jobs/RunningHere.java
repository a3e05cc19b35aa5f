package org.freehold.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Node;

/** The runs that this node executes now, for the artefacts of their jobs and for the heartbeat. */
@ApplicationScoped
public class RunningHere {
  @Inject private Node node;
  private final Map<JobRunId, Run> runs = new ConcurrentHashMap<>();
  private final Map<JobRunId, Long> executions = new ConcurrentHashMap<>();
  private final Map<JobRunId, Exception> failures = new ConcurrentHashMap<>();
  private volatile boolean closing;

  /** The name of this process. */
  public String node() {
    return node.name();
  }

  /** By the job parameter {@code run}; a run that is not executed here is {@link TakenOver}. */
  public Run run(String id) {
    JobRunId run = new JobRunId(UUID.fromString(id));
    Run found = runs.get(run);
    if (found == null) {
      throw new TakenOver(run);
    }
    return found;
  }

  /**
   * Does the work of an artefact within the context of its run, and remembers what went wrong: the
   * runtime tells it to nobody.
   */
  public <T> T within(String id, Work<T> work) throws Exception {
    Run run = run(id);
    try {
      return CurrentCall.within(run.context(), () -> work.of(run));
    } catch (Exception e) {
      failures.putIfAbsent(run.id(), e);
      throw e;
    }
  }

  /** What an artefact does for its run. */
  @FunctionalInterface
  public interface Work<T> {
    T of(Run run) throws Exception;
  }

  /** What went wrong first in this execution, or null. */
  public Exception failureOf(Run run) {
    return failures.get(run.id());
  }

  public Collection<Run> all() {
    return List.copyOf(runs.values());
  }

  /** Which execution of the batch runtime a run has become. */
  public void began(Run run, long batchExecution) {
    executions.put(run.id(), batchExecution);
  }

  /** Empty until the batch runtime has begun it. */
  public Optional<Long> executionOf(Run run) {
    return Optional.ofNullable(executions.get(run.id()));
  }

  public Collection<Long> batchExecutions() {
    return List.copyOf(executions.values());
  }

  public void add(Run run) {
    failures.remove(run.id());
    runs.put(run.id(), run);
  }

  /** Unless a later execution of it runs here already. */
  public synchronized void remove(Run run) {
    if (runs.remove(run.id(), run)) {
      failures.remove(run.id());
      executions.remove(run.id());
    }
    notifyAll();
  }

  /** Waits until no run is here any more, but not longer. */
  public synchronized void awaitNone(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    long left = most.toMillis();
    while (!runs.isEmpty() && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }

  /** From now on an execution that fails does so because this node stops. */
  public void close() {
    closing = true;
  }

  public boolean isClosing() {
    return closing;
  }
}
