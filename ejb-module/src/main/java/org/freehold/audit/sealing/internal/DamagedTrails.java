package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.freehold.audit.internal.SystemTrail;
import org.freehold.platform.CallContext;
import org.freehold.platform.Measured;
import org.freehold.platform.Measurement;
import org.freehold.platform.TenantRef;

/**
 * The trails that this node found not to continue what was sealed or signed: told in the log and in
 * the trail of the platform when it is found out, then by health and metrics until it is mended.
 */
@ApplicationScoped
public class DamagedTrails implements Measured {
  private static final Logger LOG = System.getLogger(DamagedTrails.class.getName());

  @Inject private OwnTransaction transaction;
  @Inject private SystemTrail trail;

  private final Map<Found, String> found = new ConcurrentHashMap<>();

  /** What cannot be done with a trail. */
  enum Work {
    SEAL,
    SIGN
  }

  private record Found(TenantRef tenant, Work work) {}

  /** What the trail of the platform tells. */
  public record Damage(String work, String reason) {}

  /** Nothing may be held that the trail of the platform could wait for. */
  void found(TenantRef tenant, Work work, TrailNotConsistent what) {
    String before = found.put(new Found(tenant, work), what.getMessage());
    if (!what.getMessage().equals(before)) {
      LOG.log(
          Level.ERROR,
          "The trail of tenant {0} is damaged, nothing can {1} it: {2}",
          tenant.slug(),
          work.name().toLowerCase(java.util.Locale.ROOT),
          what.getMessage());
    }
    if (before == null) {
      record(tenant, new Damage(work.name(), what.getMessage()));
    }
  }

  private void record(TenantRef tenant, Damage damage) {
    CallContext call = CallContext.system("audit:sealer", TenantRef.PLATFORM);
    try {
      transaction.of(
          TenantRef.PLATFORM,
          connection -> {
            trail.alarm(
                connection, call, "audit.trail_damaged", "tenant", tenant.id().value(), damage);
            return null;
          });
    } catch (RuntimeException e) {
      // The log has it, health tells it, and whoever found it goes on with the other trails.
      LOG.log(Level.ERROR, "The damage is not in the trail of the platform", e);
    }
  }

  /** It was done: what was found is mended. */
  void mended(TenantRef tenant, Work work) {
    found.remove(new Found(tenant, work));
  }

  /** By slug, each with the reason. */
  Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    found.forEach((one, reason) -> all.put(one.tenant().slug(), reason));
    return all;
  }

  @Override
  public List<Measurement> measure() {
    return List.of(
        Measurement.now(
            "freehold_audit_trails_damaged",
            "Trails that this node found damaged: nothing is sealed in them or signed over them",
            Map.of(),
            all().size()));
  }
}
