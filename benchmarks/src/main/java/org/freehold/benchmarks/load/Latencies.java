package org.freehold.benchmarks.load;

import java.util.Arrays;

/** Times of single requests, every one of them, so that a percentile is one that was seen. */
final class Latencies {
  private long[] nanos = new long[1 << 14];
  private int count;

  void add(long time) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = time;
  }

  void addAll(Latencies others) {
    for (int i = 0; i < others.count; i++) {
      add(others.nanos[i]);
    }
  }

  int count() {
    return count;
  }

  /** In milliseconds; the smallest time that this percentage did not exceed. */
  double percentile(double percent) {
    if (count == 0) {
      return Double.NaN;
    }
    Arrays.sort(nanos, 0, count);
    int rank = (int) Math.ceil(percent / 100 * count);
    return nanos[Math.max(0, rank - 1)] / 1e6;
  }
}
