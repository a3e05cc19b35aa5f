package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.webhooks.LedgerFinding;

/** Tells the operator of ledgers that do not balance, for as long as they do not. */
@ApplicationScoped
public class LedgerAlarms {
  private static final Logger LOG = System.getLogger(LedgerAlarms.class.getName());

  private static final String TELL =
      "insert into control.webhook_alarm as a (tenant_id, kind, count, example, since, seen_at)"
          + " values (?1, ?2, ?3, ?4, ?5, ?5) on conflict (tenant_id, kind) do update"
          + " set count = excluded.count, example = excluded.example, seen_at = excluded.seen_at"
          + " returning a.since = a.seen_at";

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /** Whether one of them is new. */
  boolean tell(TenantId tenant, List<LedgerFinding> findings) {
    List<String> kinds = findings.stream().map(one -> WireNames.of(one.code())).toList();
    boolean isNew = false;
    for (LedgerFinding one : findings) {
      isNew |= tell(tenant, one);
    }
    em.createNativeQuery(
            "delete from control.webhook_alarm where tenant_id = ?1"
                + " and not kind = any (string_to_array(?2, ','))")
        .setParameter(1, tenant.value())
        .setParameter(2, String.join(",", kinds))
        .executeUpdate();
    if (isNew) {
      LOG.log(Level.ERROR, "The ledger of webhooks of tenant " + tenant.value() + ": " + findings);
    }
    return isNew;
  }

  private boolean tell(TenantId tenant, LedgerFinding finding) {
    return (Boolean)
        em.createNativeQuery(TELL)
            .setParameter(1, tenant.value())
            .setParameter(2, WireNames.of(finding.code()))
            .setParameter(3, finding.count())
            .setParameter(4, finding.example())
            .setParameter(5, Timestamp.from(clock.instant()))
            .getSingleResult();
  }
}
