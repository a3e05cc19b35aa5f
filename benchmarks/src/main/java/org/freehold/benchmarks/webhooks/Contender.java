package org.freehold.benchmarks.webhooks;

import java.io.IOException;
import java.sql.SQLException;

/** Somebody who delivers messages. */
interface Contender extends AutoCloseable {
  String name();

  /** Keeps so many messages durably, with the marks 0 and on, and begins to deliver them. */
  void begin(int messages) throws SQLException, IOException;

  /** How many of them are not yet on record as delivered. */
  long open() throws SQLException;

  /** Stops delivering until the next begin. */
  void rest() throws SQLException;

  @Override
  void close() throws IOException;
}
