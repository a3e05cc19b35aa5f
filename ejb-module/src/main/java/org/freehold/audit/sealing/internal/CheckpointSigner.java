package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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
  private static final Logger LOG = System.getLogger(CheckpointSigner.class.getName());

  /** Of the few connections that sealing has: who waits for a tree must not take the rest. */
  private static final int AT_ONCE = 2;

  private static final long LONGEST_WAIT = 20;

  /** In an hour: what was never thinned before is so within days. */
  private static final int THINNINGS = 5;

  /** What the database thins at once. */
  private static final int THINNED = 1_000;

  private final Semaphore signers = new Semaphore(AT_ONCE);

  @Inject private OwnTransaction transaction;
  @Inject private TreeRows trees;
  @Inject private CheckpointRows checkpoints;
  @Inject private CheckpointFolder folder;
  @Inject private TreeMemory memory;
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
      Outcome outcome = transaction.of(tenant, connection -> sign(connection, tenant, known));
      if (outcome.isFirstOfHour() && !tenant.isPlatform()) {
        thin(tenant);
      }
      return outcome.told();
    } finally {
      signers.release();
    }
  }

  /** In transactions of its own, so that nobody waits for the tree meanwhile. */
  private void thin(TenantRef tenant) {
    try {
      boolean more = true;
      for (int i = 0; more && i < THINNINGS; i++) {
        more = transaction.of(tenant, checkpoints::thin) == THINNED;
      }
    } catch (IllegalStateException e) {
      LOG.log(Level.WARNING, "Old checkpoints are thinned in the next hour instead", e);
    }
  }

  /**
   * The newest that was signed, wherever it is remembered, as it stands there: the tree may belie
   * it, and it may be damaged.
   */
  Optional<String> remembered(Connection connection, TenantRef tenant) throws SQLException {
    List<CheckpointRows.Kept> kept = checkpoints.kept(connection, tenant.id(), null, true, 1);
    Optional<String> outside = folder.newest(tenant.id());
    boolean inside = !kept.isEmpty() && kept.get(0).size() >= outside.map(this::size).orElse(0L);
    return inside ? Optional.of(kept.get(0).note()) : outside;
  }

  /** Over how many leaves; 0 when it cannot be read. */
  private long size(String note) {
    try {
      return Checkpoint.parse(SignedNote.parse(note).text()).size();
    } catch (IllegalArgumentException e) {
      LOG.log(Level.DEBUG, "A remembered checkpoint is damaged", e);
      return 0;
    }
  }

  /** What is told, and whether it is the first that was signed in its hour. */
  private record Outcome(Optional<CheckpointRows.Signed> told, boolean isFirstOfHour) {}

  private Outcome sign(Connection connection, TenantRef tenant, List<AuditKeys.Key> known)
      throws SQLException {
    Optional<TreeRows.Tree> held = trees.await(connection, tenant.id());
    CompactRange range = held.map(TreeRows.Tree::range).orElseGet(CompactRange::empty);
    String log = held.map(TreeRows.Tree::origin).orElse(null);
    Optional<CheckpointRows.Signed> newest = checkpoints.newest(connection, tenant.id());
    TiledTree tree = new TiledTree(new StoredTiles(trees, connection, tenant.id()));
    byte[] root = range.root();
    Optional<SignedNote> outside = outside(tenant);
    for (Optional<SignedNote> before : List.of(newest.map(CheckpointRows.Signed::note), outside)) {
      requireContinued(tree, range.size(), root, before.map(note -> ours(note, log, known)));
    }
    requireContinued(tree, range.size(), root, memory.head(connection, tenant.id()));
    if (range.size() == 0
        || newest.filter(n -> n.checkpoint().size() == range.size()).isPresent()) {
      Optional<CheckpointRows.Signed> told = newest.map(one -> signedAnew(one, known));
      told.ifPresent(one -> rememberAgain(tenant, one, outside));
      return new Outcome(told, false);
    }
    Checkpoint checkpoint = new Checkpoint(log, range.size(), root);
    CheckpointRows.Signed signed =
        new CheckpointRows.Signed(checkpoint, keys.sign(checkpoint, known), clock.instant());
    folder.remember(tenant.id(), signed.note().toString());
    checkpoints.add(connection, tenant.id(), signed);
    heads.soon(connection, tenant.id());
    return new Outcome(
        Optional.of(signed), newest.filter(one -> isOfAnHourBefore(one, signed)).isPresent());
  }

  /**
   * Under the newest key, where an older one signed it: whoever trusts only that one verifies it.
   */
  private CheckpointRows.Signed signedAnew(
      CheckpointRows.Signed signed, List<AuditKeys.Key> known) {
    return isBy(signed.note(), signed.checkpoint().origin(), known.subList(0, 1))
        ? signed
        : new CheckpointRows.Signed(
            signed.checkpoint(), keys.sign(signed.checkpoint(), known), clock.instant());
  }

  /** So that it is done once an hour, by whoever signs. */
  private static boolean isOfAnHourBefore(CheckpointRows.Signed before, CheckpointRows.Signed now) {
    return before
        .signedAt()
        .truncatedTo(ChronoUnit.HOURS)
        .isBefore(now.signedAt().truncatedTo(ChronoUnit.HOURS));
  }

  /** A folder that has lost what it remembered, or an older one, is filled again. */
  private void rememberAgain(
      TenantRef tenant, CheckpointRows.Signed newest, Optional<SignedNote> outside) {
    long size = outside.map(SignedNote::toString).map(this::size).orElse(0L);
    if (size < newest.checkpoint().size()) {
      LOG.log(
          Level.WARNING,
          "The folder of checkpoints remembers {0} of the {1} signed leaves of tenant {2}: it is filled again",
          size,
          newest.checkpoint().size(),
          tenant.slug());
      folder.remember(tenant.id(), newest.note().toString());
    }
  }

  private Optional<SignedNote> outside(TenantRef tenant) {
    try {
      return folder.newest(tenant.id()).map(SignedNote::parse);
    } catch (IllegalArgumentException e) {
      throw new TrailNotConsistent("The remembered checkpoint is damaged: " + e.getMessage());
    }
  }

  private Checkpoint ours(SignedNote note, String log, List<AuditKeys.Key> known) {
    if (log == null) {
      throw new TrailNotConsistent("A checkpoint was signed over a trail that is not there");
    }
    // Another node may sign with a key that is so new that this one has not heard of it.
    if (!isBy(note, log, known) && !isBy(note, log, keys.read())) {
      throw new TrailNotConsistent(
          "An earlier checkpoint of " + log + " is not signed by a key of this installation");
    }
    return Checkpoint.parse(note.text());
  }

  private static boolean isBy(SignedNote note, String log, List<AuditKeys.Key> known) {
    return note.verifiedBy(known.stream().map(key -> key.named(log)).toList()) != null;
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
