package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.CompactRange;
import org.freehold.engine.transparency.IncompleteTree;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.TiledTree;
import org.freehold.platform.TenantRef;

/**
 * Signs checkpoints, and none that is inconsistent with one that was signed before (C2SP
 * tlog-checkpoint): the tree must continue the newest one that the database has, and the newest one
 * that is remembered outside it.
 */
@ApplicationScoped
public class CheckpointSigner {
  /** Of the few connections that refusals have: who waits for a tree must not take the rest. */
  private static final int AT_ONCE = 2;

  private static final long LONGEST_WAIT = 20;

  private final Semaphore signers = new Semaphore(AT_ONCE);

  @Inject private OwnTransaction transaction;
  @Inject private TreeRows trees;
  @Inject private CheckpointRows checkpoints;
  @Inject private CheckpointFolder folder;
  @Inject private PlatformHeads heads;
  @Inject private AuditKeys keys;
  @Inject private Clock clock;

  /**
   * The checkpoint over all that is sealed, signed now if it was not before; empty when nothing is
   * sealed. Throws {@link TrailNotConsistent}.
   */
  Optional<CheckpointRows.Signed> sign(TenantRef tenant) {
    // Read before, as the transaction holds a connection of the same pool.
    List<AuditKeys.Key> known = keys.all();
    try {
      if (!signers.tryAcquire(LONGEST_WAIT, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Others sign, and too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The server stops", e);
    }
    try {
      return transaction.of(tenant, connection -> sign(connection, tenant, known));
    } finally {
      signers.release();
    }
  }

  /** The newest that was signed, wherever it is remembered, though the tree may belie it. */
  Optional<CheckpointRows.Signed> remembered(Connection connection, TenantRef tenant)
      throws SQLException {
    Optional<CheckpointRows.Signed> kept = checkpoints.newest(connection, tenant.id());
    Optional<SignedNote> outside = outside(tenant);
    if (outside.isEmpty()) {
      return kept;
    }
    Checkpoint said = Checkpoint.parse(outside.get().text());
    boolean newer = kept.map(one -> one.checkpoint().size() < said.size()).orElse(true);
    return newer
        ? Optional.of(new CheckpointRows.Signed(said, outside.get(), clock.instant()))
        : kept;
  }

  private Optional<CheckpointRows.Signed> sign(
      Connection connection, TenantRef tenant, List<AuditKeys.Key> known) throws SQLException {
    Optional<TreeRows.Tree> held = trees.await(connection, tenant.id());
    CompactRange range = held.map(TreeRows.Tree::range).orElseGet(CompactRange::empty);
    String log = held.map(TreeRows.Tree::origin).orElse(null);
    Optional<CheckpointRows.Signed> newest = checkpoints.newest(connection, tenant.id());
    TiledTree tree = new TiledTree(new StoredTiles(trees, connection, tenant.id()));
    byte[] root = range.root();
    for (Optional<SignedNote> before :
        List.of(newest.map(CheckpointRows.Signed::note), outside(tenant))) {
      requireContinued(tree, range.size(), root, before.map(note -> ours(note, log, known)));
    }
    if (range.size() == 0
        || newest.filter(n -> n.checkpoint().size() == range.size()).isPresent()) {
      return newest;
    }
    Checkpoint checkpoint = new Checkpoint(log, range.size(), root);
    CheckpointRows.Signed signed =
        new CheckpointRows.Signed(checkpoint, keys.sign(checkpoint), clock.instant());
    folder.remember(tenant.id(), signed.note().toString());
    checkpoints.add(connection, tenant.id(), signed);
    heads.soon(connection, tenant.id());
    return Optional.of(signed);
  }

  private Optional<SignedNote> outside(TenantRef tenant) {
    try {
      return folder.newest(tenant.id()).map(SignedNote::parse);
    } catch (IllegalArgumentException e) {
      throw new TrailNotConsistent("The remembered checkpoint is damaged: " + e.getMessage());
    }
  }

  private static Checkpoint ours(SignedNote note, String log, List<AuditKeys.Key> known) {
    if (log == null) {
      throw new TrailNotConsistent("A checkpoint was signed over a trail that is not there");
    }
    if (note.verifiedBy(known.stream().map(key -> key.named(log)).toList()) == null) {
      throw new TrailNotConsistent(
          "An earlier checkpoint of " + log + " is not signed by a key of this installation");
    }
    return Checkpoint.parse(note.text());
  }

  private static void requireContinued(
      TiledTree tree, long size, byte[] root, Optional<Checkpoint> before) {
    if (before.isEmpty() || before.get().size() == 0) {
      return;
    }
    Checkpoint older = before.get();
    if (older.size() > size) {
      throw new TrailNotConsistent(
          "%s has %d leaves, and a checkpoint over %d was signed"
              .formatted(older.origin(), size, older.size()));
    }
    if (!isContinued(tree, size, root, older)) {
      throw new TrailNotConsistent(
          "%s with %d leaves does not continue what was signed over its first %d"
              .formatted(older.origin(), size, older.size()));
    }
  }

  private static boolean isContinued(TiledTree tree, long size, byte[] root, Checkpoint older) {
    try {
      List<byte[]> proof = tree.consistency(older.size(), size);
      return MerkleTree.verifyConsistency(older.size(), size, proof, older.root(), root);
    } catch (IncompleteTree e) {
      throw new TrailNotConsistent(older.origin() + ": " + e.getMessage());
    }
  }
}
