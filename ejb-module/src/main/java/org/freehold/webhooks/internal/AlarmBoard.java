package org.freehold.webhooks.internal;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.webhooks.LedgerFinding;
import org.freehold.webhooks.WebhookAlarm;

/**
 * What is wrong of our own fault, in all tenants: ledgers that do not balance, what failed in the
 * queue three times running, and messages that nobody took up.
 */
@Stateless
public class AlarmBoard {
  private static final String ALARMS =
      "select a.tenant_id, t.slug, a.kind, a.count, a.example, a.since from control.webhook_alarm a"
          + " join control.tenant t on t.id = a.tenant_id"
          + " union all select q.tenant_id, t.slug,"
          + " case when q.endpoint_id is null then 'spreading_fails' else 'delivery_fails' end,"
          + " count(*), min(q.subject_id::text)::uuid, min(q.due_at) from control.delivery_due q"
          + " join control.tenant t on t.id = q.tenant_id where q.failures >= 3 group by 1, 2, 3"
          + " union all select q.tenant_id, t.slug, 'spreading_late', count(*),"
          + " min(q.subject_id::text)::uuid, min(q.due_at) from control.delivery_due q"
          + " join control.tenant t on t.id = q.tenant_id where q.endpoint_id is null"
          + " and q.failures < 3 and q.due_at < now() - interval '10 minutes' group by 1, 2, 3"
          + " order by 6, 1, 3 limit 200";

  /** Every kind that there is: those of the queue, and what a ledger can find. */
  private static final List<String> KINDS =
      Stream.concat(
              Stream.of("spreading_fails", "delivery_fails", "spreading_late"),
              WireNames.of(LedgerFinding.Code.class).stream())
          .toList();

  @PersistenceContext private EntityManager em;

  public List<WebhookAlarm> alarms() {
    List<?> rows = em.createNativeQuery(ALARMS).getResultList();
    return rows.stream().map(row -> alarm((Object[]) row)).toList();
  }

  /** In how many tenants there is an alarm, by kind; also of those kinds of which there is none. */
  public Map<String, Long> tenantsByKind() {
    Map<String, Long> tenants = new TreeMap<>();
    KINDS.forEach(kind -> tenants.put(kind, 0L));
    alarms().forEach(alarm -> tenants.merge(alarm.kind(), 1L, Long::sum));
    return tenants;
  }

  private static WebhookAlarm alarm(Object[] row) {
    return new WebhookAlarm(
        new TenantId((UUID) row[0]),
        (String) row[1],
        (String) row[2],
        ((Number) row[3]).longValue(),
        (UUID) row[4],
        ((Timestamp) row[5]).toInstant());
  }
}
