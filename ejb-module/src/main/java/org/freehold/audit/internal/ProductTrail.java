package org.freehold.audit.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.freehold.audit.AuditEventId;
import org.freehold.audit.NewAuditEvent;
import org.freehold.audit.RecordedEvent;
import org.freehold.platform.CallContext;
import org.freehold.platform.Conflict;
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantRef;
import org.freehold.platform.Uuid7;
import org.freehold.platform.persistence.TenantJdbc;

/** Writes what the product tells, on the connection of its call. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ProductTrail {
  /** Longer than an event may be late: a queue that repeats itself is through by then. */
  private static final Duration KNOWN_FOR = Duration.ofDays(35);

  @PersistenceContext private EntityManager em;
  @Inject private TenantJdbc tenantJdbc;
  @Inject private OwnEventIds ownIds;
  @Inject private MemberEmails members;
  @Inject private AuditWriter writer;
  @Inject private AuditEventReader reader;
  @Inject private Clock clock;

  /**
   * All or none; {@link Invalid} or {@link Conflict} at the first that cannot be.
   *
   * @param pointer what JSON pointers to an event of several begin with; empty for one alone
   */
  public List<RecordedEvent> write(CallContext call, List<NewAuditEvent> events, String pointer) {
    Instant now = clock.instant();
    List<ProductEvent> told = new ArrayList<>();
    List<UUID> ids = new ArrayList<>();
    for (NewAuditEvent event : events) {
      told.add(new ProductEvent(event, pointer.isEmpty() ? "" : pointer + told.size()));
      ids.add(Uuid7.next());
    }
    told.forEach(event -> event.check(now));
    Connection connection = em.unwrap(Connection.class);
    try {
      tenantJdbc.enter(connection, call.requireTenant());
      return write(connection, call, told, ids, now);
    } catch (SQLException e) {
      throw new IllegalStateException("The events of the product were not recorded", e);
    }
  }

  private List<RecordedEvent> write(
      Connection connection, CallContext call, List<ProductEvent> told, List<UUID> ids, Instant now)
      throws SQLException {
    Map<String, OwnEventIds.Known> known =
        ownIds.take(connection, call.tenantId(), wished(told, ids), now);
    List<RecordedEvent> recorded = new ArrayList<>();
    Map<UUID, String> emails = members.emails(connection, call.tenantId(), people(told));
    List<UUID> inProjects = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      ProductEvent event = told.get(i);
      OwnEventIds.Known there = known.get(event.said().eventId());
      UUID id = there == null ? ids.get(i) : there.event();
      if (id.equals(ids.get(i))) {
        event.requireMember(emails);
        writer.write(connection, call, event, id);
        if (event.said().projectId() != null) {
          inProjects.add(id);
        }
      } else {
        requireSame(event, there);
      }
      recorded.add(
          new RecordedEvent(new AuditEventId(id), event.said().eventId(), !id.equals(ids.get(i))));
    }
    requireVisible(call.requireTenant(), told, ids, inProjects);
    return recorded;
  }

  private static List<UUID> people(List<ProductEvent> told) {
    return told.stream().map(event -> event.said().userId()).filter(Objects::nonNull).toList();
  }

  private static List<OwnEventIds.Wished> wished(List<ProductEvent> told, List<UUID> ids) {
    List<OwnEventIds.Wished> wished = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < told.size(); i++) {
      String ownId = told.get(i).said().eventId();
      if (ownId != null && !seen.add(ownId)) {
        throw Invalid.at(
            told.get(i).place() + "/event_id", "duplicate", "Two events here have this id.");
      }
      if (ownId != null) {
        wished.add(new OwnEventIds.Wished(ownId, ids.get(i), told.get(i).hash()));
      }
    }
    return wished;
  }

  private static void requireSame(ProductEvent event, OwnEventIds.Known there) {
    if (!Arrays.equals(event.hash(), there.hash())) {
      throw new Conflict(
          "audit_event_id_reused",
          "The event_id %s came with another event before.".formatted(event.said().eventId()),
          "Give each event an id of its own, and repeat an event as it was.");
    }
  }

  /** Nobody records into projects that they may not know of, or that are not there. */
  private void requireVisible(
      TenantRef tenant, List<ProductEvent> told, List<UUID> ids, List<UUID> inProjects) {
    Set<UUID> visible = reader.inProjects(tenant, inProjects);
    for (int i = 0; i < told.size(); i++) {
      if (inProjects.contains(ids.get(i)) && !visible.contains(ids.get(i))) {
        throw Invalid.at(
            told.get(i).place() + "/project_id", "unknown", "There is no such project.");
      }
    }
  }

  /** Forgets the product's own ids of events from long ago, and answers how many. */
  public int forgetOld(TenantRef tenant) {
    Connection connection = em.unwrap(Connection.class);
    try {
      tenantJdbc.enter(connection, tenant);
      return ownIds.forget(connection, tenant.id(), clock.instant().minus(KNOWN_FOR));
    } catch (SQLException e) {
      throw new IllegalStateException("The product's own ids of events were not forgotten", e);
    }
  }
}
