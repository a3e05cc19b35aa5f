package org.freehold.jobs;

import java.util.Properties;

/**
 * The port to the batch runtime. Called outside of any transaction; what the runtime refuses is an
 * IllegalStateException that says so.
 */
public interface RunEngine {
  /** The job's listener tells which execution of the runtime that is. */
  void start(String job, Properties parameters);

  /** Goes on where the execution, or a later one of its instance, saved its last checkpoint. */
  void restart(long execution, Properties parameters);

  /** Asks an execution on this node to stop at its next checkpoint; one that ended is left. */
  void stop(long execution);
}
