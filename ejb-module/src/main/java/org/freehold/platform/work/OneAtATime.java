package org.freehold.platform.work;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Runs a task on one thread at most, and once more when it was asked for meanwhile. Between two
 * runs it rests, so that one serves all who ask in that time, and the thread stays for a moment
 * when nobody asks: on some servers it costs more to begin a thread than what many runs do (ADR
 * 83).
 */
public final class OneAtATime {
  /** How long the thread waits to be asked again. */
  private static final Duration STAYS = Duration.ofMillis(100);

  private final Executor executor;
  private final Duration rest;
  private final Runnable task;
  private final long start = System.nanoTime();
  private boolean asked;
  private boolean running;

  /** When the rest is over, in nanoseconds since the start. */
  private long rested;

  /**
   * @param rest at least between the end of a run and the beginning of the next
   * @param task tells its failures itself
   */
  public OneAtATime(Executor executor, Duration rest, Runnable task) {
    this.executor = executor;
    this.rest = rest;
    this.task = task;
  }

  /** Returns at once; a RejectedExecutionException when no thread can be had. */
  public synchronized void ask() {
    asked = true;
    if (running) {
      notifyAll();
    } else {
      begin();
    }
  }

  private void begin() {
    running = true;
    try {
      executor.execute(this::run);
    } catch (RejectedExecutionException e) {
      running = false;
      throw e;
    }
  }

  private void run() {
    boolean gone = false;
    try {
      while (isToRun()) {
        task.run();
        isOver();
      }
      gone = true;
    } finally {
      if (!gone) {
        goOn();
      }
    }
  }

  /** Waits until the task is to run; false when this thread goes. */
  private synchronized boolean isToRun() {
    long leaves = now() + STAYS.toNanos();
    try {
      for (long left = left(leaves); left > 0; left = left(leaves)) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      // The server stops: whoever asks again gets another thread, or is told that there is none.
      Thread.currentThread().interrupt();
      asked = false;
    }
    running = asked;
    asked = false;
    return running;
  }

  private long left(long leaves) {
    return (asked ? rested : leaves) - now();
  }

  private synchronized void isOver() {
    rested = now() + rest.toNanos();
  }

  /** The task failed without telling it; who asked meanwhile is served all the same. */
  private synchronized void goOn() {
    running = false;
    if (asked) {
      begin();
    }
  }

  private long now() {
    return System.nanoTime() - start;
  }
}
