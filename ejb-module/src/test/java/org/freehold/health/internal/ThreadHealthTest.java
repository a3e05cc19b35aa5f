package org.freehold.health.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ThreadHealthTest {
  private final ThreadHealth health = new ThreadHealth();

  @Test
  @Timeout(30)
  void threadsThatWaitForEachOtherAreTold() throws Exception {
    assertThat(health.check()).containsKey("count");
    Lock one = new ReentrantLock();
    Lock other = new ReentrantLock();
    CyclicBarrier bothHaveOne = new CyclicBarrier(2);
    Thread first = begin(bothHaveOne, one, other);
    Thread second = begin(bothHaveOne, other, one);
    while (ManagementFactory.getThreadMXBean().findDeadlockedThreads() == null) {
      Thread.onSpinWait();
    }
    try {
      assertThatThrownBy(health::check).hasMessageStartingWith("2 threads");
    } finally {
      first.interrupt();
      second.interrupt();
      first.join();
      second.join();
    }
    assertThat(health.check()).containsKey("count");
  }

  private static Thread begin(CyclicBarrier bothHaveOne, Lock mine, Lock wanted) {
    Thread thread =
        new Thread(
            () -> {
              mine.lock();
              try {
                bothHaveOne.await();
                wanted.lockInterruptibly();
                wanted.unlock();
              } catch (InterruptedException freed) {
                Thread.currentThread().interrupt();
              } catch (BrokenBarrierException e) {
                throw new IllegalStateException(e);
              } finally {
                mine.unlock();
              }
            });
    thread.start();
    return thread;
  }
}
