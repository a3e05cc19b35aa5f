package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.freehold.audit.internal.AuditEventReader;
import org.freehold.audit.internal.DisclosureReader;
import org.freehold.audit.sealing.internal.BundleMaker.Extent;
import org.freehold.engine.transparency.CanonicalJson;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.engine.transparency.Tiles;
import org.freehold.engine.transparency.bundle.Bundle;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/** The content of bundles, read in pieces in the order of places. */
@ApplicationScoped
public class BundleRows {
  /** Bytes stand at the place that are not those that were sealed there, and read as no event. */
  private static final String CHANGED = "changed:";

  private static final int PIECE = 1000;
  private static final int HASH = 32;

  /** Each event is looked up by its key: a join would be free to read the whole trail. */
  private static final String LEAVES =
      "select l.position, l.event_id, coalesce(e.leaf, c.leaf), c.leaf is not null from audit_leaf l"
          + " left join lateral (select leaf from audit_event"
          + " where tenant_id = ? and id = l.event_id offset 0) e on true"
          + " left join audit_certificate c on c.tenant_id = l.tenant_id and c.event_id = l.event_id"
          + " where l.tenant_id = ? and l.position >= ? and l.position < ? order by l.position";

  private static final String UNPLACED =
      "select e.id from audit_event e where e.tenant_id = ? and e.id >= coalesce(?::uuid, '00000000-0000-0000-0000-000000000000')"
          + " and e.id < coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') and not exists (select from audit_leaf l"
          + " where l.tenant_id = e.tenant_id and l.event_id = e.id and l.position < coalesce((select t.size from audit_tree t"
          + " where t.tenant_id = e.tenant_id), ?)) and not exists (select from control.audit_pending p"
          + " where p.event_id = e.id) order by e.id limit 10000";

  @Inject private TreeRows trees;
  @Inject private AuditEventReader visibility;
  @Inject private DisclosureReader opener;
  @Inject private CertificateRows certificates;

  /** A certificate is shown to whoever may export, also when its month is gone. */
  private record Leaf(UUID event, byte[] bytes, boolean certificate) {}

  /**
   * The place of the first event from this id on, and the one behind the last before that id; twice
   * the same when there is none between.
   */
  long[] places(Connection connection, TenantId tenant, UUID first, UUID behind, long size)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select min(position), max(position) + 1 from audit_leaf where tenant_id = ?"
                + " and event_id >= coalesce(?::uuid, '00000000-0000-0000-0000-000000000000')"
                + " and event_id < coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') and position < ?")) {
      query.setObject(1, tenant.value());
      query.setObject(2, first, java.sql.Types.OTHER);
      query.setObject(3, behind, java.sql.Types.OTHER);
      query.setLong(4, size);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        long begin = row.getLong(1);
        if (!row.wasNull()) {
          return new long[] {begin, row.getLong(2)};
        }
      }
    }
    long between = next(connection, tenant, first, size);
    return new long[] {between, between};
  }

  /** The place of the event that comes next from this id on. */
  private static long next(Connection connection, TenantId tenant, UUID first, long size)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select position from audit_leaf where tenant_id = ? and event_id >= coalesce(?::uuid,"
                + " '00000000-0000-0000-0000-000000000000') and position < ? order by event_id limit 1")) {
      query.setObject(1, tenant.value());
      query.setObject(2, first, java.sql.Types.OTHER);
      query.setLong(3, size);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : size;
      }
    }
  }

  /** As they were sealed; those that the tree has lost are left out. */
  void hashes(Connection connection, TenantId tenant, Extent extent, OutputStream out)
      throws SQLException, IOException {
    long at = extent.begin();
    while (at < extent.end()) {
      byte[] tile = trees.tile(connection, tenant, 0, at / Tiles.WIDTH);
      int from = (int) (at % Tiles.WIDTH);
      int to = (int) Math.min(Tiles.WIDTH, extent.end() - at + from);
      int there = tile == null ? 0 : Math.min(to, tile.length / HASH);
      if (there <= from) {
        return;
      }
      out.write(tile, from * HASH, (there - from) * HASH);
      at += there - from;
    }
  }

  void leaves(Connection connection, TenantRef tenant, Extent extent, OutputStream out)
      throws SQLException, IOException {
    StoredTiles tiles = new StoredTiles(trees, connection, tenant.id());
    CertificateRows.Removed removed = certificates.removed(connection, tenant.id(), extent);
    for (long begin = extent.begin(); begin < extent.end(); begin += PIECE) {
      long end = Math.min(begin + PIECE, extent.end());
      Leaf[] leaves = leaves(connection, tenant.id(), begin, end);
      Set<UUID> visible = visible(tenant, leaves);
      for (long at = begin; at < end; at++) {
        Leaf leaf = leaves[(int) (at - begin)];
        out.write(
            leaf == null && removed.covers(at)
                ? marker(Bundle.PRUNED, sealed(tiles, at))
                : line(leaf, leaf != null && isShown(leaf, visible), tiles, at));
        out.write('\n');
      }
    }
  }

  private static boolean isShown(Leaf leaf, Set<UUID> visible) {
    return leaf.certificate() || visible.contains(leaf.event());
  }

  private static byte[] line(Leaf leaf, boolean shown, StoredTiles tiles, long at) {
    if (leaf == null) {
      return marker(Bundle.MISSING, sealed(tiles, at));
    }
    if (shown && isEvent(leaf.bytes())) {
      return leaf.bytes();
    }
    byte[] hash = MerkleTree.leafHash(leaf.bytes());
    // Bytes that somebody put there must never read as what was withheld.
    boolean same = Arrays.equals(hash, sealed(tiles, at));
    return marker(!shown && same ? Bundle.HIDDEN : CHANGED, hash);
  }

  /** That it reads as one event, and neither as a marker nor as several lines. */
  private static boolean isEvent(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != '{') {
      return false;
    }
    for (byte one : bytes) {
      if (one == '\n' || one == '\r') {
        return false;
      }
    }
    return true;
  }

  private static byte[] marker(String kind, byte[] hash) {
    return ("\"" + kind + hex(hash) + "\"").getBytes(StandardCharsets.US_ASCII);
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static byte[] sealed(StoredTiles tiles, long at) {
    byte[] tile = tiles.tile(0, at / Tiles.WIDTH);
    int from = (int) (at % Tiles.WIDTH) * HASH;
    return tile == null || tile.length < from + HASH
        ? new byte[0]
        : Arrays.copyOfRange(tile, from, from + HASH);
  }

  void disclosures(Connection connection, TenantRef tenant, Extent extent, OutputStream out)
      throws SQLException, IOException {
    for (long begin = extent.begin(); begin < extent.end(); begin += PIECE) {
      Leaf[] leaves = leaves(connection, tenant.id(), begin, Math.min(begin + PIECE, extent.end()));
      Set<UUID> visible = visible(tenant, leaves);
      Map<UUID, List<DisclosureReader.Opened>> opened = opener.opened(connection, tenant, visible);
      for (Leaf leaf : leaves) {
        if (leaf != null) {
          for (DisclosureReader.Opened one : opened.getOrDefault(leaf.event(), List.of())) {
            member(out, told(leaf.event(), one));
          }
        }
      }
    }
  }

  private static Map<String, Object> told(UUID event, DisclosureReader.Opened one) {
    return one.disclosure() == null
        ? Map.of("event", event.toString(), "path", one.path(), "unreadable", true)
        : Map.of("event", event.toString(), "disclosure", one.disclosure().encoded());
  }

  private Set<UUID> visible(TenantRef tenant, Leaf[] leaves) {
    List<UUID> there = new ArrayList<>();
    for (Leaf leaf : leaves) {
      if (leaf != null) {
        there.add(leaf.event());
      }
    }
    return visibility.visible(tenant, there);
  }

  private static Leaf[] leaves(Connection connection, TenantId tenant, long begin, long end)
      throws SQLException {
    Leaf[] leaves = new Leaf[(int) (end - begin)];
    try (PreparedStatement query = connection.prepareStatement(LEAVES)) {
      query.setObject(1, tenant.value());
      query.setObject(2, tenant.value());
      query.setLong(3, begin);
      query.setLong(4, end);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          byte[] bytes = rows.getBytes(3);
          leaves[(int) (rows.getLong(1) - begin)] =
              bytes == null
                  ? null
                  : new Leaf(rows.getObject(2, UUID.class), bytes, rows.getBoolean(4));
        }
      }
    }
    return leaves;
  }

  void unplaced(Connection connection, TenantId tenant, Extent extent, OutputStream out)
      throws SQLException, IOException {
    try (PreparedStatement query = connection.prepareStatement(UNPLACED)) {
      query.setObject(1, tenant.value());
      query.setObject(2, extent.first(), java.sql.Types.OTHER);
      query.setObject(3, extent.behind(), java.sql.Types.OTHER);
      query.setLong(4, extent.size());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          member(out, Map.of("event", rows.getString(1)));
        }
      }
    }
  }

  private static void member(OutputStream out, Map<String, Object> members) throws IOException {
    out.write(CanonicalJson.bytes(members));
    out.write('\n');
  }
}
