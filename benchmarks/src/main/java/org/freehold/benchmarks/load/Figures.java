package org.freehold.benchmarks.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The table that a run prints, in Markdown. */
final class Figures {
  /** One kind of request; {@code pgbench} is scripts per second or NaN when there was none. */
  record Row(
      String what,
      double perSecond,
      double p50,
      double p99,
      double queries,
      double ofTrivial,
      double pgbench) {}

  private Figures() {}

  static String table(List<Row> rows) {
    StringBuilder text = new StringBuilder();
    text.append("| request | per second | p50 ms | p99 ms | SQL queries each |");
    text.append(" of the trivial endpoint | same SQL in pgbench, per second |\n");
    text.append("|---|---:|---:|---:|---:|---:|---:|\n");
    for (Row row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.0f | %.1f | %.1f | %.1f | %.2f | %s |%n",
              row.what(),
              row.perSecond(),
              row.p50(),
              row.p99(),
              row.queries(),
              row.ofTrivial(),
              Double.isNaN(row.pgbench())
                  ? "–"
                  : String.format(Locale.ROOT, "%.0f", row.pgbench())));
    }
    return text.toString();
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
