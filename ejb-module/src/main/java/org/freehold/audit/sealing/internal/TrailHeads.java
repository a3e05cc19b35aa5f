package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.freehold.engine.transparency.CanonicalJson;
import org.freehold.engine.transparency.IncompleteTree;
import org.freehold.engine.transparency.TiledTree;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/**
 * How far all trails are now, as their own trees say, with what shows that each continues what the
 * trail of the platform was told of it.
 */
@ApplicationScoped
public class TrailHeads {
  private static final Logger LOG = System.getLogger(TrailHeads.class.getName());

  @Inject private OwnTransaction transaction;
  @Inject private TenantDirectory tenants;
  @Inject private TreeRows trees;

  /** A line each, of those that there still are. */
  void write(Connection platform, OutputStream out) throws SQLException, IOException {
    Map<UUID, Long> told = new LinkedHashMap<>();
    try (Statement query = platform.createStatement();
        ResultSet rows =
            query.executeQuery(
                "select tenant_id, told_size from control.audit_head order by tenant_id")) {
      while (rows.next()) {
        told.put(rows.getObject(1, UUID.class), rows.getLong(2));
      }
    }
    for (Map.Entry<UUID, Long> one : told.entrySet()) {
      Optional<TenantRef> tenant = tenants.byId(new TenantId(one.getKey()));
      if (tenant.isPresent()) {
        Map<String, Object> head =
            transaction.of(tenant.get(), c -> head(c, tenant.get(), one.getValue()));
        if (head != null) {
          out.write(CanonicalJson.bytes(head));
          out.write('\n');
        }
      }
    }
  }

  /** Null when nothing is left of the trail. */
  private Map<String, Object> head(Connection connection, TenantRef tenant, long told)
      throws SQLException {
    Optional<TreeRows.Tree> tree = looked(connection, tenant);
    if (tree.isEmpty()) {
      return null;
    }
    long size = tree.get().range().size();
    Base64.Encoder base64 = Base64.getEncoder();
    return Map.of(
        "origin",
        tree.get().origin(),
        "size",
        size,
        "root",
        base64.encodeToString(tree.get().range().root()),
        "from",
        told,
        "proof",
        proof(connection, tenant, told, size).stream().map(base64::encodeToString).toList());
  }

  /** A tree that is damaged is none that could be compared, and must not stop the others. */
  private Optional<TreeRows.Tree> looked(Connection connection, TenantRef tenant)
      throws SQLException {
    try {
      return trees.look(connection, tenant.id());
    } catch (TrailNotConsistent e) {
      LOG.log(Level.WARNING, "The trail of tenant {0}: {1}", tenant.slug(), e.getMessage());
      return Optional.empty();
    }
  }

  private List<byte[]> proof(Connection connection, TenantRef tenant, long told, long size) {
    if (told > size) {
      return List.of();
    }
    try {
      return new TiledTree(new StoredTiles(trees, connection, tenant.id())).consistency(told, size);
    } catch (IncompleteTree e) {
      // Without a proof whoever verifies finds what is wrong.
      return List.of();
    }
  }
}
