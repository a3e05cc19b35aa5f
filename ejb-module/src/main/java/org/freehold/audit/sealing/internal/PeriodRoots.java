package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.freehold.audit.internal.LogOrigin;
import org.freehold.audit.sealing.SealedPeriod;
import org.freehold.audit.sealing.TrailFinding;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.CompactRange;
import org.freehold.engine.transparency.IncompleteTree;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.engine.transparency.RangeProof;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.TiledTree;
import org.freehold.engine.transparency.Tiles;
import org.freehold.engine.transparency.VerifierKey;
import org.freehold.platform.TenantRef;

/** Finds the root that closes a period, and proves it against what was signed. */
@ApplicationScoped
public class PeriodRoots {
  private static final Logger LOG = System.getLogger(PeriodRoots.class.getName());
  private static final Base64.Encoder BASE64 = Base64.getEncoder();
  private static final int HASH = 32;

  @Inject private StoredTrail trail;
  @Inject private TreeRows trees;
  @Inject private Sealer sealer;
  @Inject private Checkpoints checkpoints;
  @Inject private CheckpointRows rows;
  @Inject private BundleRows events;
  @Inject private AuditKeys keys;
  @Inject private LogOrigin origin;

  /** Of the events with ids from the first on, and before the one behind. */
  public SealedPeriod of(TenantRef tenant, UUID first, UUID behind) {
    List<TrailFinding> damage = new ArrayList<>();
    try {
      sealer.sealAll(tenant);
    } catch (TrailNotConsistent e) {
      damage.add(new TrailFinding("root", null, null, reason(e)));
    }
    long[] range = range(tenant, first, behind, damage);
    CheckpointRows.Signed covering = covering(tenant, range[1], damage);
    return trail.asked(
        tenant, connection -> described(connection, tenant, range, covering, damage));
  }

  private long[] range(TenantRef tenant, UUID first, UUID behind, List<TrailFinding> damage) {
    return trail.asked(
        tenant,
        connection -> {
          // By the places that were given, so that a head that somebody cut hides nothing.
          long[] places = events.places(connection, tenant.id(), first, behind, Long.MAX_VALUE);
          long size = size(connection, tenant, damage);
          return places[0] == Long.MAX_VALUE ? new long[] {size, size} : places;
        });
  }

  private long size(Connection connection, TenantRef tenant, List<TrailFinding> damage)
      throws SQLException {
    try {
      return trees.look(connection, tenant.id()).map(tree -> tree.range().size()).orElse(0L);
    } catch (TrailNotConsistent e) {
      damage.add(new TrailFinding("root", null, null, reason(e)));
      return 0;
    }
  }

  /** The oldest that covers the period: a newer one where that was thinned out since. */
  private CheckpointRows.Signed covering(TenantRef tenant, long end, List<TrailFinding> damage) {
    CheckpointRows.Signed kept = oldest(tenant, end, damage);
    try {
      // Signing looks whether the trail still continues what was signed, also when nothing is new.
      checkpoints.sign(tenant);
    } catch (TrailNotConsistent e) {
      LOG.log(Level.DEBUG, "A report is made of a trail that is not signed", e);
      damage.add(new TrailFinding("checkpoint", null, null, reason(e)));
      return kept;
    }
    return kept == null ? oldest(tenant, end, damage) : kept;
  }

  private CheckpointRows.Signed oldest(TenantRef tenant, long end, List<TrailFinding> damage) {
    return trail.asked(
        tenant,
        connection -> {
          try {
            return rows.list(connection, tenant.id(), end - 1, false, 1).stream()
                .findFirst()
                .orElse(null);
          } catch (TrailNotConsistent e) {
            damage.add(new TrailFinding("checkpoint", null, null, reason(e)));
            return null;
          }
        });
  }

  private SealedPeriod described(
      Connection connection,
      TenantRef tenant,
      long[] range,
      CheckpointRows.Signed covering,
      List<TrailFinding> damage)
      throws SQLException {
    TiledTree tree = trail.tiled(connection, tenant);
    String log = covering == null ? origin.logOf(tenant.id()) : origin(covering);
    byte[] root = null;
    List<byte[]> consistency = List.of();
    try {
      root = tree.root(range[1]);
      if (covering != null) {
        consistency = tree.consistency(range[1], covering.checkpoint().size());
      }
    } catch (IncompleteTree e) {
      damage.add(new TrailFinding("root", null, null, reason(e)));
    }
    return new SealedPeriod(
        log,
        range[0],
        range[1],
        root == null ? null : BASE64.encodeToString(root),
        covering == null ? null : covering.note().toString(),
        consistency.stream().map(BASE64::encodeToString).toList(),
        damage);
  }

  private static String origin(CheckpointRows.Signed covering) {
    return covering.checkpoint().origin();
  }

  /** What is wrong with the way from the leaves of the range to the signature; empty: nothing. */
  public List<TrailFinding> prove(TenantRef tenant, SealedPeriod period) {
    if (period.root() == null || period.end() == 0) {
      return List.of();
    }
    List<TrailFinding> findings = new ArrayList<>();
    byte[] root = Base64.getDecoder().decode(period.root());
    trail.asked(
        tenant,
        connection -> {
          if (!Arrays.equals(root, rootOf(connection, tenant, period))) {
            findings.add(
                new TrailFinding(
                    "root", null, null, "The hashes of the period do not make its root."));
          }
          return null;
        });
    signature(period, root, findings);
    return findings;
  }

  private byte[] rootOf(Connection connection, TenantRef tenant, SealedPeriod period)
      throws SQLException {
    TiledTree tree = trail.tiled(connection, tenant);
    try {
      RangeProof around = tree.range(period.begin(), period.end(), period.end());
      CompactRange range = around.before();
      for (long at = period.begin(); at < period.end(); ) {
        byte[] tile = trees.tile(connection, tenant.id(), 0, at / Tiles.WIDTH);
        int from = (int) (at % Tiles.WIDTH);
        int to = (int) Math.min(Tiles.WIDTH, period.end() - at + from);
        if (tile == null || tile.length < to * HASH) {
          return new byte[0];
        }
        for (int one = from; one < to; one++) {
          range.append(Arrays.copyOfRange(tile, one * HASH, (one + 1) * HASH));
        }
        at += to - from;
      }
      return around.root(range);
    } catch (IncompleteTree e) {
      LOG.log(Level.DEBUG, "The tree of a period is incomplete", e);
      return new byte[0];
    }
  }

  private void signature(SealedPeriod period, byte[] root, List<TrailFinding> findings) {
    if (period.checkpoint() == null) {
      findings.add(
          new TrailFinding("checkpoint", null, null, "No checkpoint was signed over the period."));
      return;
    }
    SignedNote note = SignedNote.parse(period.checkpoint());
    Checkpoint signed = Checkpoint.parse(note.text());
    List<VerifierKey> verifying = keys.verifying(period.log(), note);
    if (note.verifiedBy(verifying) == null) {
      findings.add(
          new TrailFinding(
              "checkpoint", null, null, "The checkpoint is not signed by a key of here."));
    }
    List<byte[]> proof = period.consistency().stream().map(Base64.getDecoder()::decode).toList();
    if (!MerkleTree.verifyConsistency(period.end(), signed.size(), proof, root, signed.root())) {
      findings.add(
          new TrailFinding(
              "root",
              null,
              null,
              "The root of the period is not the beginning of what was signed."));
    }
  }

  private static String reason(Exception e) {
    return e.getMessage() + ".";
  }
}
