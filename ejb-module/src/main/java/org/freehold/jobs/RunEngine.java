package org.freehold.jobs;

import java.util.Properties;

/**
 * The port to the batch runtime. Called outside of any transaction; what the runtime refuses is an
 * IllegalStateException that says so.
 */
public interface RunEngine {
  /** Answers the id of the execution. */
  long start(String job, Properties parameters);

  /** Goes on from the checkpoint of the execution; all parameters must be given again. */
  long restart(long execution, Properties parameters);

  /** Asks an execution on this node to stop at its next checkpoint; one that ended is left. */
  void stop(long execution);
}
