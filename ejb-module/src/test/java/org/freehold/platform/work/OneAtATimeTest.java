package org.freehold.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
  private static final int PATIENCE_SECONDS = 10;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger begun = new AtomicInteger();
  private final Executor counting =
      task -> {
        begun.incrementAndGet();
        threads.execute(task);
      };
  private final Semaphore runs = new Semaphore(0);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void runsOnceMoreForAllWhoAskMeanwhile() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(1);
    AtomicInteger count = new AtomicInteger();
    OneAtATime one =
        new OneAtATime(
            counting,
            Duration.ZERO,
            () -> {
              started.countDown();
              await(asked);
              count.incrementAndGet();
              runs.release();
            });
    one.ask();
    await(started);
    for (int i = 0; i < 50; i++) {
      one.ask();
    }
    asked.countDown();
    awaitRuns(2);
    assertThat(runs.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(count).hasValue(2);
    assertThat(begun).hasValue(1);
  }

  @Test
  void restsBetweenRunsAndKeepsItsThread() throws InterruptedException {
    OneAtATime one = new OneAtATime(counting, Duration.ofMillis(30), runs::release);
    one.ask();
    awaitRuns(1);
    long before = System.nanoTime();
    one.ask();
    awaitRuns(1);
    one.ask();
    awaitRuns(1);
    // Of two rests the first may have begun before the moment that was taken.
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(30));
    assertThat(begun).hasValue(1);
  }

  @Test
  void anotherThreadIsBegunAfterTheFirstHasGone() throws Exception {
    OneAtATime one = new OneAtATime(counting, Duration.ZERO, runs::release);
    one.ask();
    awaitRuns(1);
    threads.shutdown();
    assertThat(threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(one::ask).isInstanceOf(RejectedExecutionException.class);
    assertThat(begun).hasValue(2);
  }

  @Test
  void whoAskedDuringARunThatFailedIsServed() throws InterruptedException {
    AtomicBoolean first = new AtomicBoolean(true);
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(1);
    OneAtATime one =
        new OneAtATime(
            task ->
                threads.execute(
                    () -> {
                      try {
                        task.run();
                      } catch (IllegalStateException e) {
                        assertThat(e).hasMessage("on purpose");
                      }
                    }),
            Duration.ZERO,
            () -> {
              started.countDown();
              await(asked);
              if (first.getAndSet(false)) {
                throw new IllegalStateException("on purpose");
              }
              runs.release();
            });
    one.ask();
    await(started);
    one.ask();
    asked.countDown();
    awaitRuns(1);
  }

  private void awaitRuns(int count) throws InterruptedException {
    assertThat(runs.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
