package org.freehold.platform.work;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a task on one thread at most, and once more when it was asked for meanwhile. */
public final class OneAtATime {
  private final Executor executor;
  private final Runnable task;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final AtomicBoolean running = new AtomicBoolean();

  /** {@code task} tells its failures itself. */
  public OneAtATime(Executor executor, Runnable task) {
    this.executor = executor;
    this.task = task;
  }

  /** Returns at once; a RejectedExecutionException when no thread can be had. */
  public void ask() {
    asked.set(true);
    begin();
  }

  private void begin() {
    if (running.compareAndSet(false, true)) {
      try {
        executor.execute(this::run);
      } catch (RejectedExecutionException e) {
        running.set(false);
        throw e;
      }
    }
  }

  private void run() {
    try {
      while (asked.getAndSet(false)) {
        task.run();
      }
    } finally {
      running.set(false);
    }
    if (asked.get()) {
      begin();
    }
  }
}
