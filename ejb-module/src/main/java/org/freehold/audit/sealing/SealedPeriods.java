package org.freehold.audit.sealing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.freehold.audit.internal.AuditEventReader;
import org.freehold.audit.sealing.internal.PeriodChecks;
import org.freehold.audit.sealing.internal.PeriodRoots;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantRef;

/**
 * Ties what is computed over a period of the trail to what was signed over it. Nothing here fails
 * because a trail is damaged: it says so.
 */
@Stateless
@Guarded
@NotAudited("It reads the trail for those who report on it; their reports are on record.")
public class SealedPeriods {
  @Inject private PeriodRoots roots;
  @Inject private PeriodChecks checks;
  @Inject private org.freehold.audit.sealing.internal.RemovedEvents removed;

  /**
   * The period as it is sealed; what is committed is sealed before, and signed if nothing signed
   * covers it yet.
   *
   * @param from inclusive, {@code to} exclusive, and past
   */
  @SystemCall
  public SealedPeriod of(Instant from, Instant to) {
    return roots.of(tenant(), AuditEventReader.firstId(from), AuditEventReader.firstId(to));
  }

  /**
   * Whether the events at these places are the ones that were sealed there, and whether the columns
   * beside them say what they say: each is hashed again. Those that retention removed under a
   * certificate are in order.
   *
   * @param most how many findings are told; the last one tells that there are more
   */
  @SystemCall
  public List<TrailFinding> check(long begin, long end, int most) {
    return checks.between(tenant(), begin, end, most);
  }

  /**
   * Places of the range whose events are gone by now without a certificate, the first so many;
   * nothing is hashed.
   */
  @SystemCall
  public List<TrailFinding> gone(long begin, long end, int most) {
    return removed.between(tenant(), begin, end, most);
  }

  /** Events of these places that retention removed, by the certificates that let them go. */
  @SystemCall
  public List<RemovedEvents> removed(long begin, long end) {
    return checks.removed(tenant(), begin, end);
  }

  /** Events of the period that were never sealed, at most so many. */
  @SystemCall
  public List<TrailFinding> unsealed(Instant from, Instant to, int most) {
    return checks.unsealed(
        tenant(), AuditEventReader.firstId(from), AuditEventReader.firstId(to), most);
  }

  /** Whether the leaves of the range, hash by hash, make the root of the period; else why not. */
  @SystemCall
  public List<TrailFinding> prove(SealedPeriod period) {
    return roots.prove(tenant(), period);
  }

  /** The events at these places, in that order; those that are gone are left out. */
  @SystemCall
  public List<EventEvidence> evidence(long size, Collection<Long> positions) {
    return checks.evidence(tenant(), size, positions);
  }

  private static TenantRef tenant() {
    return CurrentCall.get().requireTenant();
  }
}
