package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.freehold.audit.internal.AuditSettings;
import org.freehold.audit.internal.LogOrigin;
import org.freehold.audit.internal.SystemTrail;
import org.freehold.audit.sealing.TrailFollower;
import org.freehold.engine.transparency.GrowingTree;
import org.freehold.platform.CallContext;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.work.WorkRows;

/**
 * Gives events their places in the tree of their tenant: takes what is committed in the queue,
 * appends it, and keeps tiles and head, in one transaction. The row of the tree is the lease:
 * whoever holds it seals, and it ends with the connection. The tick does not wait for it; who needs
 * all that is committed in the tree does. Events that are committed later get later places,
 * whatever their time.
 */
@ApplicationScoped
public class Sealer {
  /** What one transaction takes at the most: large enough to be fast, small enough to be short. */
  static final int BATCH = 4096;

  /** Of the few connections that sealing has: who waits for a tree must not take the rest. */
  private static final int AT_ONCE = 2;

  private static final long LONGEST_WAIT = 20;

  private final Semaphore waiting = new Semaphore(AT_ONCE);

  @Inject private OwnTransaction transaction;
  @Inject private TreeRows trees;
  @Inject private SystemTrail trail;
  @Inject private WorkRows work;
  @Inject private TreeMemory memory;
  @Inject private DamagedTrails damaged;
  @Inject private LogOrigin origin;
  @Inject @Any private Instance<TrailFollower> followers;
  @Inject private AuditSettings settings;
  @Inject private Clock clock;

  /**
   * Seals one batch and answers how many events it took; 0 also when somebody else is at this
   * tenant. Throws {@link TrailNotConsistent} when the tree is not as it was left, or is gone.
   */
  public int seal(TenantRef tenant) {
    return seal(tenant, trees::hold);
  }

  /** How a tree is come by; empty: not now, or there is none. */
  @FunctionalInterface
  private interface Holding {
    Optional<TreeRows.Tree> of(Connection connection, TenantId tenant) throws SQLException;
  }

  private int seal(TenantRef tenant, Holding holding) {
    try {
      int taken = transaction.of(tenant, connection -> seal(connection, tenant, holding));
      damaged.mended(tenant, DamagedTrails.Work.SEAL);
      return taken;
    } catch (TrailNotConsistent e) {
      damaged.found(tenant, DamagedTrails.Work.SEAL, e);
      throw e;
    }
  }

  /**
   * Seals all that is committed now: when it returns, everything has its place. Waits for whoever
   * else is at this tenant, for 5 seconds; an IllegalStateException when that is not enough, or
   * when others wait so for 20 seconds.
   */
  public void sealAll(TenantRef tenant) {
    try {
      if (!waiting.tryAcquire(LONGEST_WAIT, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Others seal, and too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The server stops", e);
    }
    try {
      int taken = BATCH;
      while (taken == BATCH) {
        taken = seal(tenant, trees::await);
      }
    } finally {
      waiting.release();
    }
  }

  private int seal(Connection connection, TenantRef tenant, Holding holding) throws SQLException {
    Instant now = clock.instant();
    Optional<TreeRows.Tree> held = holding.of(connection, tenant.id());
    if (held.isEmpty() && trees.look(connection, tenant.id()).isEmpty()) {
      trees.plant(connection, tenant.id(), origin.logOf(tenant.id()), now);
      held = holding.of(connection, tenant.id());
    }
    if (held.isPresent() && held.get().range().size() == 0) {
      memory.requireNone(connection, tenant.id());
    }
    return held.isEmpty() ? 0 : seal(connection, tenant, held.get(), now);
  }

  private int seal(Connection connection, TenantRef tenant, TreeRows.Tree tree, Instant now)
      throws SQLException {
    List<TreeRows.Taken> taken = trees.take(connection, tenant.id(), BATCH);
    long begin = tree.range().size();
    GrowingTree growing = new GrowingTree(tree.range());
    List<UUID> placed = new ArrayList<>();
    for (TreeRows.Taken one : taken) {
      if (one.hash() == null) {
        tellMissing(connection, tenant, one.event());
      } else {
        growing.append(one.hash());
        placed.add(one.event());
      }
    }
    if (!placed.isEmpty()) {
      trees.place(connection, tenant.id(), begin, placed);
      trees.add(connection, tenant.id(), growing.parts());
      trees.keep(connection, tenant.id(), tree.range(), now);
      Duration pause = settings.checkpointPause();
      work.scheduleOnce(
          connection, CheckpointWork.KIND, tenant.id(), tenant.id().value(), now.plus(pause));
      for (TrailFollower follower : followers) {
        work.scheduleOnce(
            connection,
            follower.work(),
            tenant.id(),
            tenant.id().value(),
            now.plus(follower.pause()));
      }
    }
    return taken.size();
  }

  /**
   * Somebody took an event away before it had its place: that is told, since no tree can show it.
   */
  private void tellMissing(Connection connection, TenantRef tenant, UUID event)
      throws SQLException {
    trail.critical(
        connection, CallContext.system("audit:sealer", tenant), "audit.event_missing", event);
  }
}
