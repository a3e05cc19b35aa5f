package org.freehold.audit.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.audit.sealing.SealedEvent;
import org.freehold.audit.sealing.TrailPart;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/** Reads events by their places: three statements, however many they are. */
@Stateless
public class SealedEventReader {
  private static final String PLACES =
      "select l.position, l.event_id from audit_leaf l where l.tenant_id = ?1"
          + " and l.position >= ?2 and l.position < ?3 order by l.position";

  /** Each event is looked up by its key, as the trail is long and the places are few. */
  private static final String WANTED =
      "select l.position, l.event_id from audit_leaf l cross join lateral (select from audit_event e"
          + " where e.tenant_id = ?1 and e.id = l.event_id and (not e.success or e.action ~ ?4)) wanted"
          + " where l.tenant_id = ?1 and l.position >= ?2 and l.position < ?3 order by l.position";

  @PersistenceContext private EntityManager em;
  @Inject private DisclosureReader disclosures;

  private long size(TenantId tenant) {
    List<?> size =
        em.createNativeQuery("select size from audit_tree where tenant_id = ?1")
            .setParameter(1, tenant.value())
            .getResultList();
    return size.isEmpty() ? 0 : ((Number) size.get(0)).longValue();
  }

  public long placeSince(TenantId tenant, Instant moment) {
    Object place =
        em.createNativeQuery(
                "select min(position) from audit_leaf where tenant_id = ?1 and event_id >= ?2")
            .setParameter(1, tenant.value())
            .setParameter(2, AuditEventReader.firstId(moment))
            .getSingleResult();
    return place == null ? size(tenant) : ((Number) place).longValue();
  }

  public TrailPart from(TenantRef tenant, long place, int places, String actions) {
    long size = size(tenant.id());
    long end = Math.min(size, place + places);
    if (place >= end) {
      return new TrailPart(List.of(), place, true);
    }
    Map<UUID, Long> wanted = places(tenant.id(), place, end, actions);
    return new TrailPart(events(tenant, wanted), end, end == size);
  }

  private Map<UUID, Long> places(TenantId tenant, long begin, long end, String actions) {
    var query =
        em.createNativeQuery(actions == null ? PLACES : WANTED)
            .setParameter(1, tenant.value())
            .setParameter(2, begin)
            .setParameter(3, end);
    if (actions != null) {
      query.setParameter(4, actions);
    }
    Map<UUID, Long> places = new LinkedHashMap<>();
    for (Object row : query.getResultList()) {
      Object[] columns = (Object[]) row;
      places.put((UUID) columns[1], ((Number) columns[0]).longValue());
    }
    return places;
  }

  private List<SealedEvent> events(TenantRef tenant, Map<UUID, Long> places) {
    if (places.isEmpty()) {
      return List.of();
    }
    Map<UUID, AuditEvent> events =
        em.createQuery(
                "select a from AuditEvent a where a.tenantId = :tenant and a.id in :ids",
                AuditEvent.class)
            .setParameter("tenant", tenant.id().value())
            .setParameter("ids", places.keySet())
            .getResultStream()
            .collect(Collectors.toMap(AuditEvent::id, Function.identity()));
    try {
      Map<UUID, EventPeople> people =
          disclosures.of(em.unwrap(Connection.class), tenant, List.copyOf(events.values()));
      List<SealedEvent> sealed = new ArrayList<>();
      places.forEach(
          (id, place) -> {
            AuditEvent event = events.get(id);
            if (event != null) {
              sealed.add(sealed(tenant, event, people.get(id), place));
            }
          });
      return sealed;
    } catch (SQLException e) {
      throw new IllegalStateException("The trail could not be read", e);
    }
  }

  /**
   * What is wrong with one event must not keep the others from who follows: told in its place is
   * that it cannot be read.
   */
  static SealedEvent sealed(TenantRef tenant, AuditEvent event, EventPeople people, long place) {
    return AuditEventView.whole(tenant, event, people, place)
        .map(
            details ->
                new SealedEvent(
                    place,
                    details,
                    AuditEventView.content(event).getString("outcome"),
                    event.leaf()))
        .orElseGet(
            () ->
                new SealedEvent(
                    place,
                    AuditEventView.unreadable(tenant, event.id(), place),
                    "failed",
                    event.leaf()));
  }
}
