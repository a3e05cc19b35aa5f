package org.freehold.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.access.PastRefusal;
import org.freehold.access.RefusalSource;
import org.freehold.access.RefusedQuestion;
import org.freehold.audit.AuditEventDetails;
import org.freehold.engine.access.Decision;
import org.freehold.platform.TenantRef;
import org.freehold.platform.persistence.TenantJdbc;

/** Finds a refusal in the trail: the id of the decision is the id of the event. */
@ApplicationScoped
public class RefusalReader implements RefusalSource {
  @PersistenceContext private EntityManager em;
  @Inject private TenantJdbc tenantJdbc;
  @Inject private DisclosureReader disclosures;

  @Override
  public Optional<PastRefusal> find(TenantRef tenant, UUID decision) {
    List<AuditEvent> events =
        em.createQuery(
                "select a from AuditEvent a where a.tenantId = :tenant and a.id = :id"
                    + " and a.success = false",
                AuditEvent.class)
            .setParameter("tenant", tenant.id().value())
            .setParameter("id", decision)
            .getResultList();
    return events.stream().findFirst().map(event -> told(tenant, event));
  }

  private PastRefusal told(TenantRef tenant, AuditEvent event) {
    Connection connection = em.unwrap(Connection.class);
    try {
      tenantJdbc.enter(connection, tenant);
      EventPeople people = disclosures.of(connection, tenant, List.of(event)).get(event.id());
      AuditEventDetails details = AuditEventView.of(tenant, event, people, null);
      RefusedQuestion question = AskedPermission.in(event.id(), details.newValues());
      return question == null ? null : refusal(details, question);
    } catch (SQLException e) {
      throw new IllegalStateException("The trail could not be read", e);
    }
  }

  private static PastRefusal refusal(AuditEventDetails event, RefusedQuestion question) {
    return new PastRefusal(
        question,
        "not_found".equals(event.error()) ? Decision.HIDDEN : Decision.DENY,
        event.timestamp(),
        event.userId(),
        event.apiKeyId(),
        event.ipAddress());
  }
}
