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
import java.util.function.Function;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.AuditFilter;
import org.freehold.platform.Page;
import org.freehold.platform.TenantRef;
import org.freehold.platform.Uuid7;
import org.freehold.platform.VisibleProjects;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.persistence.Condition;
import org.freehold.platform.persistence.Cursor;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantJdbc;

/** Reads pages of the trail: a few statements a page, however long it is. */
@Stateless
public class AuditEventReader {
  private static final List<String> SORTS = List.of("-timestamp", "timestamp");

  private static final List<String> NOTABLE = List.of("WARNING", "ERROR", "CRITICAL");

  /** What a search looks at before it answers: a fraction of a second's work. */
  private static final int LOOKED_AT = 20_000;

  /**
   * Members of a leaf are in alphabetical order: before the id are action, actor and changes. In a
   * leaf that is no text nothing is found.
   */
  private static final String TEXT =
      "SQL('position(lower(?) in lower(split_part(leaf_text(?), '',\"id\":\"'' || cast(? as text), 1)))',"
          + " :text, a.leaf, a.id) > 0";

  private static final ListQuery.Column<AuditEvent> BY_ID =
      new ListQuery.Column<>("a.id", UUID::fromString, AuditEvent::id);

  @PersistenceContext private EntityManager em;

  @Inject private TenantJdbc tenantJdbc;
  @Inject private SubjectKeys subjects;
  @Inject private DisclosureReader disclosures;
  @Inject private PositionReader positions;
  @Inject @Any private Instance<VisibleProjects> projects;

  public Page<AuditEventDetails> page(TenantRef tenant, AuditFilter filter, PageRequest page) {
    Page<AuditEventDetails> found =
        told(
            tenant,
            filter,
            narrowed ->
                filter.text() == null
                    ? narrowed(narrowed).page(em, page, sort(page), BY_ID, event -> event)
                    : search(narrowed, page));
    return new Page<>(saying(filter.text(), found.items()), found.next());
  }

  /** Those of these events that are asked for; at most as many as a page has. */
  public List<AuditEventDetails> among(TenantRef tenant, AuditFilter filter, List<UUID> ids) {
    PageRequest all = new PageRequest(PageRequest.MOST, null, null);
    List<AuditEventDetails> found =
        told(
                tenant,
                filter,
                narrowed ->
                    texts(narrowed(narrowed).where("a.id in :ids", "ids", ids), filter)
                        .page(em, all, sort(all), BY_ID, event -> event))
            .items();
    return saying(filter.text(), found);
  }

  /** The database found those whose leaf has the text anywhere: also in what only holds it. */
  private static List<AuditEventDetails> saying(String text, List<AuditEventDetails> events) {
    return text == null
        ? events
        : events.stream().filter(event -> new SearchedText(event).has(text)).toList();
  }

  private Page<AuditEventDetails> told(
      TenantRef tenant, AuditFilter filter, Function<Narrowed, Page<AuditEvent>> asked) {
    // The entity manager's own, as a second one could wait for ever behind others like it.
    Connection connection = em.unwrap(Connection.class);
    try {
      tenantJdbc.enter(connection, tenant);
      UUID actor = handle(connection, tenant, filter.userId());
      UUID resource =
          filter.resourceId() == null ? null : ProductEvent.columnOf(filter.resourceId());
      if (AuditEntry.PERSON.equals(filter.resourceType())) {
        resource = handle(connection, tenant, resource);
      }
      Page<AuditEvent> events = asked.apply(new Narrowed(tenant, filter, actor, resource));
      Map<UUID, EventPeople> people = disclosures.of(connection, tenant, events.items());
      List<UUID> ids = events.items().stream().map(AuditEvent::id).toList();
      Map<UUID, Long> places = positions.of(connection, tenant.id(), ids);
      List<AuditEventDetails> items =
          events.items().stream()
              .map(
                  event ->
                      AuditEventView.readable(
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

  /** What is asked for, with people by their pseudonyms. */
  private record Narrowed(TenantRef tenant, AuditFilter filter, UUID actor, UUID resource) {}

  private static Sort sort(PageRequest page) {
    return Sort.of(page.sort(), SORTS);
  }

  /**
   * Looks at so many events at the most, and answers what it found and where to go on: a text that
   * is nowhere must not be looked for in all that ever happened.
   */
  private Page<AuditEvent> search(Narrowed narrowed, PageRequest page) {
    Sort sort = sort(page);
    AuditEvent last = narrowed(narrowed).nth(em, page, sort, BY_ID, LOOKED_AT - 1);
    ListQuery<AuditEvent> query = texts(narrowed(narrowed), narrowed.filter());
    if (last == null) {
      return query.page(em, page, sort, BY_ID, event -> event);
    }
    query.where("a.id " + (sort.descending() ? ">=" : "<=") + " :last", "last", last.id());
    Page<AuditEvent> found = query.page(em, page, sort, BY_ID, event -> event);
    String behind = new Cursor(sort.toString(), last.id().toString(), last.id()).toString();
    return found.next() == null ? new Page<>(found.items(), behind) : found;
  }

  private static ListQuery<AuditEvent> texts(ListQuery<AuditEvent> query, AuditFilter filter) {
    if (filter.text() == null) {
      return query;
    }
    // As it stands in JSON, without the quotes.
    String quoted = JsonText.PROVIDER.createValue(filter.text()).toString();
    return query.where(TEXT, "text", quoted.substring(1, quoted.length() - 1));
  }

  private ListQuery<AuditEvent> narrowed(Narrowed narrowed) {
    AuditFilter filter = narrowed.filter();
    UUID resource = narrowed.resource();
    ListQuery<AuditEvent> query =
        new ListQuery<>(AuditEvent.class, "select a from AuditEvent a", "a.id", AuditEvent::id)
            .where("a.tenantId = :tenant", "tenant", narrowed.tenant().id().value())
            .whereGiven("a.actorHandle = :actor", "actor", narrowed.actor())
            .whereGiven("a.resourceType = :resourceType", "resourceType", filter.resourceType())
            .whereGiven("a.resourceId = :resource", "resource", resource)
            .whereGiven("a.projectId = :project", "project", filter.projectId())
            .whereGiven("a.severity = :severity", "severity", filter.severity())
            .whereGiven("a.success = :success", "success", filter.success())
            .whereGiven("a.requestId = :request", "request", filter.requestId())
            .whereGiven("a.complianceRelevant = :relevant", "relevant", filter.complianceRelevant())
            .whereGiven("a.id >= :fromId", "fromId", firstId(filter.from()))
            .whereGiven("a.id < :toId", "toId", firstId(filter.to()));
    if (Boolean.FALSE.equals(filter.success())) {
      // Says nothing new, as none of them is INFO; but by severity they are found by an index.
      query.where("a.severity in :notable", "notable", NOTABLE);
    }
    action(query, filter.action());
    visible().forEach(query::whereGiven);
    return query;
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
    return those(tenant, events, visible());
  }

  /** Those of the events in projects that are there, and that the caller may know of. */
  public Set<UUID> inProjects(TenantRef tenant, Collection<UUID> events) {
    List<Condition> conditions = visible();
    projects.forEach(port -> conditions.add(port.existing("a.projectId")));
    return those(tenant, events, conditions);
  }

  private Set<UUID> those(TenantRef tenant, Collection<UUID> events, List<Condition> conditions) {
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
