package org.freehold.benchmarks.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Sends one kind of request over a fixed number of connections, each as fast as answers come. */
record Pressure(int port, int connections) {

  /** What came of it. */
  record Result(double perSecond, Latencies latencies) {}

  /** Every answer must have the status, or the figures would be of something else. */
  Result hold(Supplier<byte[]> requests, int status, int seconds) {
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    Latencies all = new Latencies();
    for (Latencies one : together(() -> worker(requests, status, end))) {
      all.addAll(one);
    }
    return new Result(all.count() / ((System.nanoTime() - start) / 1e9), all);
  }

  private Latencies worker(Supplier<byte[]> requests, int status, long end) throws IOException {
    Latencies latencies = new Latencies();
    try (HttpConnection connection = new HttpConnection(port)) {
      for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
        HttpConnection.Answer answer = connection.send(requests.get());
        latencies.add(System.nanoTime() - before);
        if (answer.status() != status) {
          throw new IllegalStateException(
              "%d instead of %d: %s".formatted(answer.status(), status, answer.text()));
        }
      }
    }
    return latencies;
  }

  private List<Latencies> together(Callable<Latencies> worker) {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Latencies> results = new ArrayList<>();
      for (Future<Latencies> one : threads.invokeAll(Collections.nCopies(connections, worker))) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted under load", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The load failed: " + e.getCause().getMessage(), e);
    } finally {
      threads.shutdownNow();
    }
  }
}
