package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.freehold.audit.internal.LogOrigin;
import org.freehold.audit.sealing.CheckpointDetails;
import org.freehold.audit.sealing.ConsistencyProof;
import org.freehold.audit.sealing.TrailDamaged;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.IncompleteTree;
import org.freehold.engine.transparency.TiledTree;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.TenantRef;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantJdbc;

/** Reads the tree of a trail, on the connection of the caller's transaction. */
@ApplicationScoped
public class StoredTrail {
  private static final List<String> SORTS = List.of("-size");
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  @PersistenceContext private EntityManager em;
  @Inject private TenantJdbc tenantJdbc;
  @Inject private TreeRows trees;
  @Inject private TreeMemory memory;
  @Inject private LogOrigin origin;
  @Inject private AuditKeyRows keys;
  @Inject private CheckpointRows rows;
  @Inject private Checkpoints checkpoints;

  /** What is asked of the tree. */
  @FunctionalInterface
  interface Question<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Over all that is committed now; {@link TrailDamaged} when that may not be signed. */
  CheckpointRows.Signed covering(TenantRef tenant) {
    try {
      return checkpoints.sealAndSign(tenant).orElseThrow(() -> new NotFound("checkpoint"));
    } catch (TrailNotConsistent e) {
      throw new TrailDamaged(e.getMessage());
    }
  }

  public CheckpointDetails newest(TenantRef tenant) {
    return told(covering(tenant));
  }

  public Page<CheckpointDetails> checkpoints(TenantRef tenant, PageRequest page) {
    boolean descending = Sort.of(page.sort(), SORTS).descending();
    Long after = page.after() == null ? null : after(page.after());
    return asked(
        tenant,
        connection -> {
          List<CheckpointDetails> found =
              rows.list(connection, tenant.id(), after, descending, page.limit() + 1).stream()
                  .map(StoredTrail::told)
                  .toList();
          List<CheckpointDetails> items = found.stream().limit(page.limit()).toList();
          boolean more = found.size() > items.size();
          return new Page<>(items, more ? Long.toString(items.get(items.size() - 1).size()) : null);
        });
  }

  private static long after(String cursor) {
    if (!cursor.matches("[0-9]{1,18}")) {
      throw Invalid.at("after", "cursor", "This cursor is not of this list: take it from next.");
    }
    return Long.parseLong(cursor);
  }

  public ConsistencyProof consistency(TenantRef tenant, long from, Long to) {
    return asked(
        tenant,
        connection -> {
          TreeRows.Tree tree = tree(connection, tenant);
          long size = tree.range().size();
          long newer = to == null ? size : to;
          if (from < 0 || from > newer || newer > size) {
            throw Invalid.at(
                "from",
                "range",
                "0 <= from <= to <= the size of the trail, which is " + size + ".");
          }
          TiledTree tiled = tiled(connection, tenant);
          return new ConsistencyProof(
              tree.origin(),
              from,
              BASE64.encodeToString(tiled.root(from)),
              newer,
              BASE64.encodeToString(tiled.root(newer)),
              tiled.consistency(from, newer).stream().map(BASE64::encodeToString).toList());
        });
  }

  TreeRows.Tree tree(Connection connection, TenantRef tenant) throws SQLException {
    Optional<TreeRows.Tree> tree = trees.look(connection, tenant.id());
    if (tree.isEmpty()) {
      memory.requireNone(connection, tenant.id());
      throw new NotFound("checkpoint");
    }
    return tree.get();
  }

  /**
   * How far a tree is.
   *
   * @param damage what is wrong with it as it is kept; null: nothing that is seen here
   */
  record Known(String log, long size, String damage) {}

  /** What is there of a tree though it may be damaged; 404 when there never was one. */
  Known known(Connection connection, TenantRef tenant) throws SQLException {
    try {
      TreeRows.Tree tree = tree(connection, tenant);
      return new Known(tree.origin(), tree.range().size(), null);
    } catch (TrailNotConsistent e) {
      long leaves = memory.leaves(connection, tenant.id());
      return new Known(origin.logOf(tenant.id()), leaves, e.getMessage());
    }
  }

  TiledTree tiled(Connection connection, TenantRef tenant) {
    return new TiledTree(new StoredTiles(trees, connection, tenant.id()));
  }

  /** Makes a key for checkpoints in the caller's transaction. */
  public AuditKeys.Key newKey(TenantRef platform, String name) {
    return asked(platform, connection -> keys.rotate(connection, name));
  }

  /** Asks within the caller's transaction. */
  <T> T asked(TenantRef tenant, Question<T> question) {
    // The entity manager's own, as a second one could wait for ever behind others like it.
    Connection connection = em.unwrap(Connection.class);
    try {
      tenantJdbc.enter(connection, tenant);
      return question.on(connection);
    } catch (IncompleteTree | TrailNotConsistent e) {
      throw new TrailDamaged(e.getMessage());
    } catch (SQLException e) {
      throw new IllegalStateException("The tree of the trail could not be read", e);
    }
  }

  static CheckpointDetails told(CheckpointRows.Signed signed) {
    Checkpoint checkpoint = signed.checkpoint();
    return new CheckpointDetails(
        checkpoint.origin(),
        checkpoint.size(),
        BASE64.encodeToString(checkpoint.root()),
        signed.note().toString(),
        signed.signedAt());
  }
}
