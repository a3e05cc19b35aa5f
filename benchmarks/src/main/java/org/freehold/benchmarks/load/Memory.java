package org.freehold.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Resident memory of a process and of all below it, in MiB: {@code pss} counts a page that several
 * share once, {@code rss} for each of them.
 */
record Memory(double pss, double rss) {
  private static final double KIB_PER_MIB = 1024;

  static Memory ofTree(ProcessHandle root) {
    return Stream.concat(Stream.of(root), root.descendants())
        .map(Memory::of)
        .reduce(new Memory(0, 0), Memory::plus);
  }

  Memory plus(Memory other) {
    return new Memory(pss + other.pss, rss + other.rss);
  }

  static Memory of(ProcessHandle process) {
    long pid = process.pid();
    try {
      return parsed(Files.readString(Path.of("/proc", Long.toString(pid), "smaps_rollup")));
    } catch (IOException e) {
      throw new IllegalStateException("The memory of process " + pid + " cannot be read", e);
    }
  }

  static Memory parsed(String rollup) {
    return new Memory(mebibytes(rollup, "Pss:"), mebibytes(rollup, "Rss:"));
  }

  private static double mebibytes(String rollup, String name) {
    return rollup
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB_PER_MIB)
        .sum();
  }
}
