package org.freehold.benchmarks.releases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** Reads row after row by its key until it is closed, each in a transaction of its own. */
final class ConcurrentReader implements AutoCloseable {
  private final CompletableFuture<Void> reading;
  private volatile boolean stopped;
  private volatile long longest;

  ConcurrentReader(LargeTable table, int rows) {
    reading = CompletableFuture.runAsync(() -> read(table, rows));
  }

  private void read(LargeTable table, int rows) {
    try (Connection connection = table.connect();
        PreparedStatement statement =
            connection.prepareStatement("select value from readings where id = ?")) {
      while (!stopped) {
        statement.setLong(1, 1 + ThreadLocalRandom.current().nextInt(rows));
        long begun = System.nanoTime();
        try (ResultSet found = statement.executeQuery()) {
          found.next();
        }
        longest = Math.max(longest, System.nanoTime() - begun);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops it, and answers how many milliseconds it waited for an answer at most. */
  double longestMillis() {
    close();
    return longest / 1e6;
  }

  @Override
  public void close() {
    stopped = true;
    reading.join();
  }
}
