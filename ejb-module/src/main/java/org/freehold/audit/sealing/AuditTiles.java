package org.freehold.audit.sealing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.audit.sealing.internal.PublishedTiles;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;

/**
 * The tree over the trail of the tenant as it is published in tiles, for whoever makes proofs of
 * their own. They hold hashes of events only: the events themselves are not published so, since not
 * everybody who may read the trail may know of all of them.
 */
@Stateless
@Guarded
public class AuditTiles {
  @Inject private PublishedTiles tiles;

  /**
   * A tile that the newest checkpoint covers; it never changes.
   *
   * @param level 0: of the hashes of events
   * @param path as C2SP tlog-tiles writes index and width: {@code x001/234} or {@code 273.p/112}
   */
  @RequiresPermission("audit:read")
  public TreeTile tile(int level, String path) {
    return tiles.tile(CurrentCall.get().requireTenant(), level, path);
  }
}
