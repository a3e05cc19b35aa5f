package org.freehold.environments;

import java.sql.SQLException;
import java.util.List;
import org.freehold.environments.database.internal.BackfillSession;

/** The rows of a backfill, batch by batch along the primary key, on a connection of its own. */
public final class RowBatches implements AutoCloseable {
  /**
   * Rows behind one key and up to another.
   *
   * @param after null for the first
   */
  public record Batch(List<String> after, List<String> last) {}

  private final BackfillSession session;

  RowBatches(BackfillSession session) {
    this.session = session;
  }

  /** About how many rows the table has. */
  public long estimate() throws SQLException {
    return session.estimate();
  }

  /** The batch behind the key, or null. */
  public Batch next(List<String> after) throws SQLException {
    List<String> last = session.next(after);
    return last == null ? null : new Batch(after, last);
  }

  /** Answers how many rows were written; those that were done before are left alone. */
  public long write(Batch batch) throws SQLException, MigrationFailed {
    return session.write(batch.after(), batch.last());
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
