package org.freehold.audit.sealing.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.freehold.audit.internal.AuditSettings;
import org.freehold.audit.sealing.AuditEvents;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.TenantId;

/** Tells webhooks of a checkpoint, of a tenant's not more often than the settings say. */
@Stateless
public class CheckpointAnnouncement {
  @PersistenceContext private EntityManager em;
  @Inject private Event<DomainEvent> events;
  @Inject private AuditSettings settings;
  @Inject private Clock clock;

  /** Nothing, when the last one was told of not long ago. */
  public void announce(TenantId tenant, SignedNote note, Instant signedAt) {
    Instant now = clock.instant();
    int due =
        em.createNativeQuery(
                "update audit_tree set announced_at = ?1 where tenant_id = ?2 and announced_at <= ?3")
            .setParameter(1, Timestamp.from(now))
            .setParameter(2, tenant.value())
            .setParameter(3, Timestamp.from(now.minus(settings.announcePause())))
            .executeUpdate();
    if (due > 0) {
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      events.fire(
          new AuditEvents.CheckpointSigned(
              checkpoint.origin(),
              checkpoint.size(),
              Base64.getEncoder().encodeToString(checkpoint.root()),
              note.toString(),
              signedAt));
    }
  }
}
