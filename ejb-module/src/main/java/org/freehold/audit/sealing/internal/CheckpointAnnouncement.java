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
import java.util.List;
import org.freehold.audit.internal.AuditSettings;
import org.freehold.audit.sealing.AuditEvents;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.WorkQueue;

/** Tells webhooks of a checkpoint, of a tenant's not more often than the settings say. */
@Stateless
public class CheckpointAnnouncement {
  @PersistenceContext private EntityManager em;
  @Inject private Event<DomainEvent> events;
  @Inject private WorkQueue work;
  @Inject private AuditSettings settings;
  @Inject private Clock clock;

  /**
   * When the last one was told of not long ago, the newest of then is told of later, so that the
   * last of a burst is told too.
   */
  public void announce(TenantId tenant, SignedNote note, Instant signedAt) {
    Instant now = clock.instant();
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    int due =
        em.createNativeQuery(
                "update audit_tree set announced_at = ?1, announced_size = ?2 where tenant_id = ?3"
                    + " and announced_at <= ?4 and announced_size < ?2")
            .setParameter(1, Timestamp.from(now))
            .setParameter(2, checkpoint.size())
            .setParameter(3, tenant.value())
            .setParameter(4, Timestamp.from(now.minus(settings.announcePause())))
            .executeUpdate();
    if (due == 0) {
      later(tenant, checkpoint.size());
    } else {
      events.fire(
          new AuditEvents.CheckpointSigned(
              checkpoint.origin(),
              checkpoint.size(),
              Base64.getEncoder().encodeToString(checkpoint.root()),
              note.toString(),
              signedAt));
    }
  }

  /** Unless it was told of meanwhile. */
  private void later(TenantId tenant, long size) {
    List<?> untold =
        em.createNativeQuery(
                "select announced_at from audit_tree where tenant_id = ?1 and announced_size < ?2")
            .setParameter(1, tenant.value())
            .setParameter(2, size)
            .getResultList();
    if (!untold.isEmpty()) {
      Instant due = ((Timestamp) untold.get(0)).toInstant().plus(settings.announcePause());
      work.scheduleOnce(CheckpointWork.KIND, tenant, CheckpointWork.ANNOUNCED, due);
    }
  }
}
