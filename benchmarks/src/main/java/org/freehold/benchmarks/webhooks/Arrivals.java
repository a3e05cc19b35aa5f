package org.freehold.benchmarks.webhooks;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What came in, with the mark that each message bears and the moment. */
final class Arrivals {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private int[] marks = new int[1 << 14];
  private long[] moments = new long[1 << 14];
  private int count;
  private BitSet seen = new BitSet();
  private int distinct;

  synchronized void add(int mark, long moment) {
    if (count == marks.length) {
      marks = Arrays.copyOf(marks, count * 2);
      moments = Arrays.copyOf(moments, count * 2);
    }
    marks[count] = mark;
    moments[count] = moment;
    count++;
    if (!seen.get(mark)) {
      seen.set(mark);
      distinct++;
    }
  }

  synchronized void forget() {
    count = 0;
    distinct = 0;
    seen = new BitSet();
  }

  synchronized int count() {
    return count;
  }

  synchronized int distinct() {
    return distinct;
  }

  /** In the order of arrival. */
  synchronized long moment(int index) {
    return moments[index];
  }

  synchronized int mark(int index) {
    return marks[index];
  }

  /** Until so many have come, all or different ones; an IllegalStateException when none comes. */
  void await(int wanted, boolean different) {
    long last = System.nanoTime();
    int before = -1;
    int now = different ? distinct() : count();
    while (now < wanted) {
      if (now != before) {
        before = now;
        last = System.nanoTime();
      }
      if (System.nanoTime() - last > TimeUnit.MINUTES.toNanos(2)) {
        throw new IllegalStateException("Only " + now + " of " + wanted + " have come");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      now = different ? distinct() : count();
    }
  }
}
