package org.freehold.webhooks.internal;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.TenantId;
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

  @PersistenceContext private EntityManager em;

  public List<WebhookAlarm> alarms() {
    List<?> rows = em.createNativeQuery(ALARMS).getResultList();
    return rows.stream().map(row -> alarm((Object[]) row)).toList();
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
