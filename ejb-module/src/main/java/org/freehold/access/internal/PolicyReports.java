package org.freehold.access.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.freehold.engine.access.Action;
import org.freehold.engine.access.Policy;
import org.freehold.engine.access.Subject;
import org.freehold.engine.access.TenantFacts;

/**
 * Writes into the log which calls a report-only policy would have decided otherwise: once a minute
 * for each policy, subject and permission, so that a busy client does not fill it.
 */
@ApplicationScoped
public class PolicyReports {
  private static final Logger LOG = System.getLogger(PolicyReports.class.getName());
  private static final Duration SILENCE = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final Cache<Told, Boolean> told =
      Caffeine.newBuilder().expireAfterWrite(SILENCE).maximumSize(MOST).build();

  private record Told(UUID policy, UUID subject, String permission) {}

  void tell(TenantFacts tenant, Policy policy, Subject subject, Action action) {
    Told once = new Told(policy.id(), subject.id(), action.code());
    if (told.asMap().putIfAbsent(once, true) != null) {
      return;
    }
    LOG.log(
        Level.INFO,
        "The report-only policy {0} of the tenant {1} would have {2} {3} to {4} {5}",
        policy.id(),
        tenant.id(),
        policy.effect() == Policy.Effect.DENY ? "denied" : "allowed",
        action.code(),
        subject.kind().name().toLowerCase(Locale.ROOT),
        subject.id());
  }
}
