package org.freehold.engine.migration;

/**
 * Rows to be written in batches. {@code whereSql} leaves out rows that are done, so batches are
 * taken from the rows that it finds until it finds none, and it may start again at any time.
 *
 * @param setSql what follows {@code SET}
 * @param whereSql what follows {@code WHERE}
 */
public record BackfillTask(String table, String column, String setSql, String whereSql) {
  /** The same as one statement. */
  public String statement() {
    return "UPDATE " + Sql.quote(table) + " SET " + setSql + " WHERE " + whereSql;
  }
}
