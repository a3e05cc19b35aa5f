package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.freehold.audit.sealing.AuditBundle;
import org.freehold.audit.sealing.AuditPeriod;
import org.freehold.engine.transparency.IncompleteTree;
import org.freehold.engine.transparency.RangeProof;
import org.freehold.engine.transparency.TiledTree;
import org.freehold.engine.transparency.VerifierKey;
import org.freehold.engine.transparency.bundle.Bundle;
import org.freehold.platform.TenantRef;

/**
 * Writes bundles to files of their own, a few thousand events at a time. Does not judge: what is
 * wrong with the trail is for whoever verifies the bundle to find.
 */
@ApplicationScoped
public class BundleMaker {
  /** What one bundle holds. */
  public static final long MOST_EVENTS = 2_000_000;

  private static final Logger LOG = System.getLogger(BundleMaker.class.getName());
  private static final int EARLIER = 100;

  @Inject private StoredTrail trail;
  @Inject private Sealer sealer;
  @Inject private Checkpoints checkpoints;
  @Inject private CheckpointSigner signer;
  @Inject private CheckpointRows rows;
  @Inject private BundleRows events;
  @Inject private CertificateRows certificates;
  @Inject private TrailHeads heads;
  @Inject private AuditKeys keys;
  @Inject private Clock clock;

  /**
   * Which leaves a bundle has.
   *
   * @param size of the tree
   * @param signed over just this size; null: nothing may be signed, as the trail is damaged
   * @param damage what is wrong with the tree; null: nothing was seen yet
   */
  public record Extent(
      String log,
      long begin,
      long end,
      long size,
      UUID first,
      UUID behind,
      CheckpointRows.Signed signed,
      String damage) {}

  /** Of the events with these ids; everything committed is sealed before. */
  public Extent extent(TenantRef tenant, UUID first, UUID behind) {
    // Not asked again: the trail goes on, and tree and checkpoint must be of one size.
    CheckpointRows.Signed signed = sealed(tenant);
    return trail.asked(
        tenant,
        connection -> {
          StoredTrail.Known tree =
              signed == null
                  ? trail.known(connection, tenant)
                  : new StoredTrail.Known(
                      signed.checkpoint().origin(), signed.checkpoint().size(), null);
          long size = tree.size();
          long[] places = events.places(connection, tenant.id(), first, behind, size);
          boolean none = places[0] == places[1];
          long begin = first == null && !none ? 0 : places[0];
          long end = behind == null && !none ? size : places[1];
          return new Extent(tree.log(), begin, end, size, first, behind, signed, tree.damage());
        });
  }

  /** The checkpoint over all that could be sealed; null when none may be signed. */
  private CheckpointRows.Signed sealed(TenantRef tenant) {
    try {
      sealer.sealAll(tenant);
    } catch (TrailNotConsistent | IllegalStateException e) {
      LOG.log(Level.DEBUG, "A bundle is made of a trail that cannot be sealed", e);
    }
    try {
      return checkpoints.sign(tenant).orElse(null);
    } catch (TrailNotConsistent | IllegalStateException e) {
      // Told where it was found; the bundle is made all the same, and shows it.
      LOG.log(Level.DEBUG, "A bundle is made of a trail that is not signed", e);
      return null;
    }
  }

  /**
   * Whether retention may have taken events of a bundle while it was made, under a certificate that
   * is not in it: it would read as if somebody had removed them. A newer extent has the
   * certificate; of a trail that is not signed there is none.
   */
  public boolean isOvertaken(TenantRef tenant, Extent extent) {
    return extent.signed() != null
        && trail.asked(tenant, connection -> certificates.isLater(connection, tenant.id(), extent));
  }

  /** Makes it. */
  public AuditBundle make(TenantRef tenant, AuditPeriod period, Extent extent) {
    return make(tenant, period, extent, false);
  }

  /** For an archive with personal values as they are kept, and without what is not in the tree. */
  AuditBundle make(TenantRef tenant, AuditPeriod period, Extent extent, boolean archive) {
    List<VerifierKey> verifying =
        extent.signed() == null
            ? keys.verifying(extent.log())
            : keys.verifying(extent.log(), extent.signed().note());
    try {
      Path file = Files.createTempFile("audit-bundle", ".zip");
      boolean made = false;
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        trail.asked(
            tenant,
            connection -> {
              write(zip, connection, tenant, period, extent, verifying, archive);
              return null;
            });
        made = true;
      } finally {
        if (!made) {
          Files.delete(file);
        }
      }
      String name = "audit-%s-%d-%d.zip".formatted(tenant.slug(), extent.begin(), extent.end());
      return new AuditBundle(name, file);
    } catch (IOException e) {
      throw new UncheckedIOException("The bundle could not be written", e);
    }
  }

  private void write(
      ZipOutputStream zip,
      Connection connection,
      TenantRef tenant,
      AuditPeriod period,
      Extent extent,
      List<VerifierKey> verifying,
      boolean archive)
      throws SQLException {
    TiledTree tree = trail.tiled(connection, tenant);
    entry(zip, Bundle.MANIFEST, out -> out.write(manifest(tenant, period, extent, tree).bytes()));
    Optional<String> newest =
        extent.signed() == null
            ? signer.remembered(connection, tenant)
            : Optional.of(extent.signed().note().toString());
    if (newest.isPresent()) {
      text(zip, Bundle.CHECKPOINT, newest.get());
    }
    for (CheckpointRows.Kept earlier : earlier(connection, tenant, extent, newest)) {
      text(zip, Bundle.EARLIER + earlier.size(), earlier.note());
    }
    text(
        zip,
        Bundle.KEYS,
        verifying.stream().map(VerifierKey::toString).collect(Collectors.joining("\n", "", "\n")));
    for (AuditKeys.Key introduced : keys.introduced()) {
      text(zip, Bundle.INTRODUCTIONS + introduced.id(), introduced.introduction());
    }
    entry(zip, Bundle.HASHES, out -> events.hashes(connection, tenant.id(), extent, out));
    entry(zip, Bundle.LEAVES, out -> events.leaves(connection, tenant, extent, out));
    entry(
        zip,
        Bundle.CERTIFICATES,
        out -> certificates.write(connection, tenant.id(), extent, tree, out));
    if (archive) {
      entry(zip, Bundle.SEALED, out -> certificates.sealed(connection, tenant.id(), extent, out));
    } else {
      entry(zip, Bundle.DISCLOSURES, out -> events.disclosures(connection, tenant, extent, out));
      entry(zip, Bundle.UNPLACED, out -> events.unplaced(connection, tenant.id(), extent, out));
    }
    if (tenant.isPlatform()) {
      entry(zip, Bundle.HEADS, out -> heads.write(connection, out));
    }
    text(zip, "VERIFY.md", Bundle.EXPLAINED);
  }

  private Bundle manifest(TenantRef tenant, AuditPeriod period, Extent extent, TiledTree tree) {
    RangeProof range = null;
    String damage = extent.damage();
    try {
      range = tree.range(extent.begin(), extent.end(), extent.size());
    } catch (IncompleteTree e) {
      damage = e.getMessage();
    }
    return new Bundle(
        extent.log(),
        tenant.slug(),
        period.from() == null ? "" : period.from().toString(),
        period.to() == null ? "" : period.to().toString(),
        clock.instant().toString(),
        range,
        damage);
  }

  /** The newest of those that can be compared with the leaves of the bundle. */
  private List<CheckpointRows.Kept> earlier(
      Connection connection, TenantRef tenant, Extent extent, Optional<String> newest)
      throws SQLException {
    return rows.kept(connection, tenant.id(), extent.end() + 1, true, EARLIER).stream()
        .filter(one -> one.size() >= extent.begin())
        .filter(one -> newest.filter(one.note()::equals).isEmpty())
        // Those of older keys are in the hands of who kept them, with their keys.
        .filter(one -> keys.isByNewest(one.note(), extent.log()))
        .toList();
  }

  /** What a file of the bundle is written by. */
  @FunctionalInterface
  interface Content {
    void to(OutputStream out) throws IOException, SQLException;
  }

  private static void text(ZipOutputStream zip, String name, String text) throws SQLException {
    entry(zip, name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void entry(ZipOutputStream zip, String name, Content content) throws SQLException {
    try {
      zip.putNextEntry(new ZipEntry(name));
      content.to(zip);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException("The bundle could not be written", e);
    }
  }
}
