package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.freehold.audit.sealing.TrailDamaged;
import org.freehold.audit.sealing.TreeTile;
import org.freehold.engine.transparency.Tiles;
import org.freehold.platform.NotFound;
import org.freehold.platform.TenantRef;

/** Tiles by the names that they are published under. */
@ApplicationScoped
public class PublishedTiles {
  private static final int HASH = 32;
  private static final int LEVELS = 7;
  private static final int LONGEST = 40;

  @Inject private StoredTrail trail;
  @Inject private TreeRows rows;

  /** {@link NotFound} when the tree has no such tile, or has it not so wide yet. */
  public TreeTile tile(TenantRef tenant, int level, String path) {
    Tiles.Name name = path.length() > LONGEST ? null : Tiles.parse(path);
    if (name == null || level < 0 || level > LEVELS) {
      throw new NotFound("tile");
    }
    return trail.asked(tenant, connection -> tile(connection, tenant, level, name));
  }

  private TreeTile tile(Connection connection, TenantRef tenant, int level, Tiles.Name name)
      throws SQLException {
    long size = trail.tree(connection, tenant).range().size();
    if (Tiles.width(level, name.index(), size) < name.width()) {
      throw new NotFound("tile");
    }
    byte[] hashes = rows.tile(connection, tenant.id(), level, name.index());
    if (hashes == null || hashes.length < name.width() * HASH) {
      throw new TrailDamaged(
          "The tile %d of level %d is missing or too short".formatted(name.index(), level));
    }
    return new TreeTile(Arrays.copyOf(hashes, name.width() * HASH));
  }
}
