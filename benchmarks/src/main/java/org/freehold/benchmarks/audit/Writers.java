package org.freehold.benchmarks.audit;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several connections that write at once. */
final class Writers {
  /** One of them. */
  interface Writer extends AutoCloseable {
    /** One transaction; how many rows it wrote. */
    int write() throws Exception;

    @Override
    void close() throws SQLException, IOException;
  }

  private Writers() {}

  /** Rows a second by all of them. */
  static double perSecond(int connections, int seconds, Callable<Writer> making) throws Exception {
    long begun = System.nanoTime();
    long rows = run(connections, seconds, making);
    return rows / ((System.nanoTime() - begun) / 1e9);
  }

  /** Rows by all of them until the time is over. */
  static long run(int connections, int seconds, Callable<Writer> making) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      long end = System.nanoTime() + seconds * 1_000_000_000L;
      List<Future<Long>> writing = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        writing.add(
            threads.submit(
                () -> {
                  long rows = 0;
                  try (Writer writer = making.call()) {
                    while (System.nanoTime() < end) {
                      rows += writer.write();
                    }
                  }
                  return rows;
                }));
      }
      long all = 0;
      for (Future<Long> one : writing) {
        all += one.get();
      }
      return all;
    } finally {
      threads.shutdown();
    }
  }
}
