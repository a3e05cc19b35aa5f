package org.freehold.benchmarks.webhooks;

import java.sql.SQLException;
import org.freehold.benchmarks.load.Load;
import org.freehold.benchmarks.load.SecondNode;
import org.freehold.launcher.FreeholdServer;
import org.freehold.launcher.StartOptions;

/** Two nodes deliver, one is killed: how long until what it had begun has arrived. */
record Recovery(FreeholdServer first, StartOptions options, Sink sink) {
  void run(Freehold freehold, int deliveries) throws SQLException {
    try (FreeholdServer second = FreeholdServer.started(SecondNode.beside(first, options))) {
      Arrivals arrivals = sink.arrivals();
      arrivals.forget();
      freehold.begin(deliveries);
      arrivals.await(deliveries / 4, true);
      second.serverProcess().orElseThrow().destroyForcibly();
      long killed = System.nanoTime();
      arrivals.await(deliveries, true);
      double seconds = (arrivals.moment(arrivals.count() - 1) - killed) / 1e9;
      Load.say(
          "%nOf two nodes one was killed when %d of %d deliveries had arrived: the last arrived"
              + " %.1f s later, and %d came twice. Leases last 10 s.",
          deliveries / 4, deliveries, seconds, arrivals.count() - deliveries);
    }
  }
}
