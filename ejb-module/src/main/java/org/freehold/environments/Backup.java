package org.freehold.environments;

import java.util.List;

/**
 * Copies of tables, taken in one snapshot.
 *
 * @param id names it for whoever restores
 * @param sha256 over names, counts and hashes of all tables
 * @param lsn where the log of the server stood
 * @param verified whether a restored copy was counted and hashed, and was equal
 */
public record Backup(
    String id,
    long rows,
    long bytes,
    String sha256,
    String lsn,
    boolean verified,
    List<TableBackup> tables) {
  public Backup {
    tables = List.copyOf(tables);
  }

  /**
   * One table.
   *
   * @param hash over all rows, in whatever order
   */
  public record TableBackup(String table, long rows, long bytes, String hash) {}
}
