package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.work.WorkDue;
import org.freehold.webhooks.DeliveryId;
import org.freehold.webhooks.WebhookEndpointId;
import org.freehold.webhooks.internal.SpreadRows.Made;

/** Writes down a message for one endpoint only, with its delivery. */
@ApplicationScoped
public class TestMessages {
  private static final String INSERT =
      "insert into message (tenant_id, id, type, body, created_at, test) values (?1, ?2, ?3, ?4, ?5, true)";

  @PersistenceContext private EntityManager em;
  @Inject private SpreadRows rows;
  @Inject private Event<WorkDue> doorbell;

  /** In the running transaction; it is sent when that commits. */
  public DeliveryId send(WebhookEndpointId endpoint, String type, String body, Instant now) {
    TenantId tenant = CurrentCall.tenantId();
    UUID message = Uuid7.next();
    em.createNativeQuery(INSERT)
        .setParameter(1, tenant.value())
        .setParameter(2, message)
        .setParameter(3, type)
        .setParameter(4, body)
        .setParameter(5, Timestamp.from(now))
        .executeUpdate();
    Made made = new Made(Uuid7.next(), message, type, endpoint, null);
    Connection connection = em.unwrap(Connection.class);
    try {
      String to = endpoint.value().toString();
      made.number(rows.sequences(connection, tenant, Map.of(to, List.of(made))).get(to));
      List<UUID> messages = List.of(message);
      rows.insert(connection, tenant, List.of(made), messages, messages, now);
    } catch (SQLException e) {
      throw new IllegalStateException("The test could not be written down", e);
    }
    doorbell.fire(WorkDue.ofThisCall());
    return new DeliveryId(made.id());
  }
}
