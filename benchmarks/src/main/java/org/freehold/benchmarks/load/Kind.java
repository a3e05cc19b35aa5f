package org.freehold.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One kind of request, and what was seen of it round by round. */
final class Kind {
  private final String name;
  private final Supplier<byte[]> requests;
  private final int status;
  private final List<Double> perSecond = new ArrayList<>();
  private final List<Double> ofTrivial = new ArrayList<>();
  private final List<Double> pgbench = new ArrayList<>();
  private final Latencies latencies = new Latencies();
  private double queries;

  Kind(String name, int status, Supplier<byte[]> requests) {
    this.name = name;
    this.status = status;
    this.requests = requests;
  }

  void warmUp(Pressure pressure, int seconds) {
    pressure.hold(requests, status, seconds);
  }

  /** Returns the throughput of this round; NaN for trivial means that this is the trivial one. */
  double round(Pressure pressure, Api api, int seconds, double trivial) {
    double before = api.sqlQueries();
    Pressure.Result result = pressure.hold(requests, status, seconds);
    queries += api.sqlQueries() - before;
    latencies.addAll(result.latencies());
    perSecond.add(result.perSecond());
    ofTrivial.add(Double.isNaN(trivial) ? 1 : result.perSecond() / trivial);
    return result.perSecond();
  }

  void pgbench(double scriptsPerSecond) {
    pgbench.add(scriptsPerSecond);
  }

  Figures.Row row() {
    return new Figures.Row(
        name,
        median(perSecond),
        latencies.percentile(50),
        latencies.percentile(99),
        queries / latencies.count(),
        median(ofTrivial),
        pgbench.isEmpty() ? Double.NaN : median(pgbench));
  }

  private static double median(List<Double> values) {
    return Figures.median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
