package org.freehold.audit.sealing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.freehold.engine.transparency.TiledTree.TileSource;
import org.freehold.platform.TenantId;

/** The tiles of one tenant, each read once. */
final class StoredTiles implements TileSource {
  private final TreeRows rows;
  private final Connection connection;
  private final TenantId tenant;
  private final Map<String, byte[]> read = new HashMap<>();

  StoredTiles(TreeRows rows, Connection connection, TenantId tenant) {
    this.rows = rows;
    this.connection = connection;
    this.tenant = tenant;
  }

  @Override
  public byte[] tile(int level, long index) {
    return read.computeIfAbsent(level + "/" + index, unknown -> fetch(level, index));
  }

  private byte[] fetch(int level, long index) {
    try {
      return rows.tile(connection, tenant, level, index);
    } catch (SQLException e) {
      throw new IllegalStateException("A tile of the trail could not be read", e);
    }
  }
}
