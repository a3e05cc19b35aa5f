package org.freehold.audit.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.AuditFilter;
import org.freehold.platform.Page;
import org.freehold.platform.TenantRef;
import org.freehold.platform.Uuid7;
import org.freehold.platform.VisibleProjects;
import org.freehold.platform.persistence.Condition;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantJdbc;

/** Reads pages of the trail: a few statements a page, however long it is. */
@Stateless
public class AuditEventReader {
  private static final List<String> SORTS = List.of("-timestamp", "timestamp");

  private static final ListQuery.Column<AuditEvent> BY_ID =
      new ListQuery.Column<>("a.id", UUID::fromString, AuditEvent::id);

  @PersistenceContext private EntityManager em;

  @Inject private TenantJdbc tenantJdbc;
  @Inject private SubjectKeys subjects;
  @Inject private DisclosureReader disclosures;
  @Inject private PositionReader positions;
  @Inject @Any private Instance<VisibleProjects> projects;

  public Page<AuditEventDetails> page(TenantRef tenant, AuditFilter filter, PageRequest page) {
    // The entity manager's own, as a second one could wait for ever behind others like it.
    Connection connection = em.unwrap(Connection.class);
    try {
      tenantJdbc.enter(connection, tenant);
      UUID actor = handle(connection, tenant, filter.userId());
      UUID resource =
          AuditEntry.PERSON.equals(filter.resourceType())
              ? handle(connection, tenant, filter.resourceId())
              : filter.resourceId();
      Page<AuditEvent> events = query(tenant, filter, actor, resource, page);
      Map<UUID, EventPeople> people = disclosures.of(connection, tenant, events.items());
      List<UUID> ids = events.items().stream().map(AuditEvent::id).toList();
      Map<UUID, Long> places = positions.of(connection, tenant.id(), ids);
      List<AuditEventDetails> items =
          events.items().stream()
              .map(
                  event ->
                      AuditEventView.of(
                          tenant, event, people.get(event.id()), places.get(event.id())))
              .toList();
      return new Page<>(items, events.next());
    } catch (SQLException e) {
      throw new IllegalStateException("The trail could not be read", e);
    }
  }

  /** The pseudonym of a person; of one who is not in the trail, an id that nothing matches. */
  private UUID handle(Connection connection, TenantRef tenant, UUID user) throws SQLException {
    if (user == null) {
      return null;
    }
    SubjectKey key = subjects.bySubject(connection, tenant.id(), List.of(user)).get(user);
    return key == null ? SubjectKey.NOBODY : key.handle();
  }

  private Page<AuditEvent> query(
      TenantRef tenant, AuditFilter filter, UUID actor, UUID resource, PageRequest page) {
    ListQuery<AuditEvent> query =
        new ListQuery<>(AuditEvent.class, "select a from AuditEvent a", "a.id", AuditEvent::id)
            .where("a.tenantId = :tenant", "tenant", tenant.id().value())
            .whereGiven("a.actorHandle = :actor", "actor", actor)
            .whereGiven("a.resourceType = :resourceType", "resourceType", filter.resourceType())
            .whereGiven("a.resourceId = :resource", "resource", resource)
            .whereGiven("a.projectId = :project", "project", filter.projectId())
            .whereGiven("a.severity = :severity", "severity", filter.severity())
            .whereGiven("a.success = :success", "success", filter.success())
            .whereGiven("a.requestId = :request", "request", filter.requestId())
            .whereGiven("a.id >= :fromId", "fromId", firstId(filter.from()))
            .whereGiven("a.id < :toId", "toId", firstId(filter.to()));
    action(query, filter.action());
    visible().forEach(query::whereGiven);
    return query.page(em, page, Sort.of(page.sort(), SORTS), BY_ID, event -> event);
  }

  /** That an event is of no project that the caller may not know of. */
  private List<Condition> visible() {
    List<Condition> conditions = new ArrayList<>();
    for (VisibleProjects port : projects) {
      Condition visible = port.about("a.projectId");
      if (visible != null) {
        conditions.add(
            new Condition("(a.projectId is null or " + visible.jpql() + ")", visible.parameters()));
      }
    }
    return conditions;
  }

  /** Those of the events that the caller may know of; they are at most a few thousand. */
  public Set<UUID> visible(TenantRef tenant, Collection<UUID> events) {
    List<Condition> conditions = visible();
    if (conditions.isEmpty() || events.isEmpty()) {
      return Set.copyOf(events);
    }
    StringBuilder jpql =
        new StringBuilder(
            "select a.id from AuditEvent a where a.tenantId = :tenant and a.id in :ids");
    conditions.forEach(condition -> jpql.append(" and ").append(condition.jpql()));
    TypedQuery<UUID> query =
        em.createQuery(jpql.toString(), UUID.class)
            .setParameter("tenant", tenant.id().value())
            .setParameter("ids", events);
    conditions.forEach(condition -> condition.parameters().forEach(query::setParameter));
    return Set.copyOf(query.getResultList());
  }

  private static void action(ListQuery<AuditEvent> query, String action) {
    if (action != null && action.endsWith("*")) {
      String prefix = action.substring(0, action.length() - 1);
      query.where(
          "(a.action >= :actionFrom and a.action < :actionTo)",
          Map.of("actionFrom", prefix, "actionTo", prefix + Character.MAX_VALUE));
    } else {
      query.whereGiven("a.action = :action", "action", action);
    }
  }

  /**
   * The smallest id of a moment: ids of version 7 begin with the milliseconds, and partitions are
   * cut by id.
   */
  public static UUID firstId(Instant moment) {
    return moment == null ? null : Uuid7.first(moment);
  }
}
