package org.freehold.benchmarks.access;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * The access check in processor time, for a machine that others use too: what they take from the
 * clock is not counted. What they take from the caches is.
 */
public final class CpuTime {

  private static final int ROUNDS = 8;
  private static final int CHECKS = 4_000_000;

  private CpuTime() {}

  /** The arguments are numbers of tenants. */
  public static void main(String[] arguments) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<String> sizes =
        arguments.length == 0 ? List.of("10", "100", "1000", "10000") : List.of(arguments);
    for (String size : sizes) {
      AccessCheckBenchmark benchmark = new AccessCheckBenchmark();
      benchmark.tenants = Integer.parseInt(size);
      benchmark.load();
      double best = Double.MAX_VALUE;
      long answers = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long before = threads.getCurrentThreadCpuTime();
        for (int check = 0; check < CHECKS; check++) {
          answers += benchmark.check().ordinal();
        }
        best = Math.min(best, (double) (threads.getCurrentThreadCpuTime() - before) / CHECKS);
      }
      System.out.printf("%s tenants: %.0f ns (%d)%n", size, best, answers);
    }
  }
}
