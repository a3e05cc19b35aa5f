package org.freehold.jobs;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freehold.platform.CallContext;

/**
 * What a job tells of itself. Implemented beside its XML and found by CDI.
 *
 * <p>To write a job: put {@code META-INF/batch-jobs/NAME.xml} and a {@code JobDefinition} of that
 * name into the batch module; name {@code runListener} as a listener of the job; give each artefact
 * the property {@code run} with the value <code>#{jobParameters['run']}</code> and ask {@link
 * RunningHere#run(String)} for the run: its tenant's call context, its parameters. Report from
 * within a chunk's transaction with {@link RunProgress#advance}, so that the figures agree with the
 * checkpoint; that call also writes what the transaction has changed, so make it the last one, and
 * ends an execution that another node has taken over. A job may be started again from its
 * checkpoint at any time: done twice, it must do no harm.
 */
public interface JobDefinition {
  /** As in {@code demo-seed}; the name of the job XML. */
  String name();

  String title();

  String description();

  JobScope scope();

  /** What {@link RunProgress#advance} counts, in the plural: {@code rows}. */
  String unit();

  List<JobParameter> parameters();

  /**
   * When the platform runs it every night unless somebody plans it otherwise, as a cron expression
   * in UTC; empty: only when it is asked for. Asked when the server starts.
   */
  default Optional<String> nightly() {
    return Optional.empty();
  }

  /**
   * Whether rows of the job's own say where to go on. It is then started anew instead of from the
   * runtime's checkpoint: a partitioned step cannot be restarted on every runtime when its process
   * was killed, since the number of partitions is unknown then.
   */
  default boolean keepsItsPlace() {
    return false;
  }

  /**
   * Refuses, in the caller's transaction, what the form of the parameters does not show. What a
   * schedule starts is not asked again: the job must see for itself.
   */
  default void admit(CallContext call, Map<String, JsonValue> parameters) {}
}
