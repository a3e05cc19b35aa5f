package org.freehold.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.freehold.platform.EntityId;
import org.freehold.platform.MeteredThings;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.Condition;
import org.freehold.platform.persistence.LikePattern;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.projects.ProjectDetails;
import org.freehold.projects.ProjectFilter;
import org.freehold.projects.ProjectId;

/** The projects of one tenant and who takes part in them. */
@ApplicationScoped
public class ProjectRepository {
  private static final List<String> SORTS =
      List.of("-created_at", "name", "priority", "updated_at");

  private static final UUID FIRST = new UUID(0, 0);

  @PersistenceContext private EntityManager em;

  public void add(Project project) {
    em.persist(project);
    em.flush();
  }

  /** How many are not archived. */
  long countOpen(TenantId tenant) {
    return em.createQuery(
            "select count(p.id) from Project p where p.tenantId = :tenant and p.status <> 'archived'",
            Long.class)
        .setParameter("tenant", tenant.value())
        .getSingleResult();
  }

  /** Those of {@link #countOpen} that were made last and that can be seen, newest first. */
  List<MeteredThings.Named> latestOpen(TenantId tenant, ProjectScope scope, int most) {
    Condition seen = scope.condition();
    TypedQuery<Object[]> query =
        em.createQuery(
                "select p.id, p.name from Project p where p.tenantId = :tenant and p.status <> 'archived'"
                    + (seen == null ? "" : " and " + seen.jpql())
                    + " order by p.id desc",
                Object[].class)
            .setParameter("tenant", tenant.value())
            .setMaxResults(most);
    if (seen != null) {
      seen.parameters().forEach(query::setParameter);
    }
    return query
        .getResultStream()
        .map(row -> new MeteredThings.Named((UUID) row[0], (String) row[1]))
        .toList();
  }

  public void flush() {
    em.flush();
  }

  /** In the order of their ids, from behind one; null: from the first. */
  List<Project> after(TenantId tenant, UUID after, int most) {
    return em.createQuery(
            "select p from Project p where p.tenantId = :tenant and p.id > :after order by p.id",
            Project.class)
        .setParameter("tenant", tenant.value())
        .setParameter("after", after == null ? FIRST : after)
        .setMaxResults(most)
        .getResultList();
  }

  List<Project> byIds(TenantId tenant, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select p from Project p where p.tenantId = :tenant and p.id in :ids", Project.class)
        .setParameter("tenant", tenant.value())
        .setParameter("ids", ids)
        .getResultList();
  }

  public Optional<Project> byId(TenantId tenant, ProjectId id) {
    return Optional.ofNullable(em.find(Project.class, new TenantRowKey(tenant, id.value())));
  }

  /** Brings the rows of participants from the one set of users to the other. */
  public void keepParticipants(
      TenantId tenant, ProjectId project, Set<UUID> before, Set<UUID> after) {
    Set<UUID> gone = new HashSet<>(before);
    gone.removeAll(after);
    if (!gone.isEmpty()) {
      em.createQuery(
              "delete from ProjectParticipant s where s.tenantId = :tenant"
                  + " and s.projectId = :project and s.userId in :gone")
          .setParameter("tenant", tenant.value())
          .setParameter("project", project.value())
          .setParameter("gone", gone)
          .executeUpdate();
    }
    after.stream()
        .filter(user -> !before.contains(user))
        .forEach(user -> em.persist(new ProjectParticipant(tenant, project, user)));
    em.flush();
  }

  /** The page in one statement. */
  public Page<ProjectDetails> list(
      TenantId tenant, ProjectFilter filter, ProjectScope scope, PageRequest page) {
    Sort sort = Sort.of(page.sort(), SORTS);
    ListQuery<Project> query =
        new ListQuery<>(Project.class, "select p from Project p", "p.id", p -> p.id().value())
            .where("p.tenantId = :tenant", "tenant", tenant.value());
    return scope
        .onProjects(narrowed(query, filter))
        .page(em, page, sort, column(sort.field()), Project::details);
  }

  private static ListQuery<Project> narrowed(ListQuery<Project> query, ProjectFilter filter) {
    return query
        .whereGiven("p.status = :status", "status", wire(filter.status()))
        .whereGiven("p.priority = :priority", "priority", wire(filter.priority()))
        .whereGiven("p.visibility = :visibility", "visibility", wire(filter.visibility()))
        .whereGiven("p.ownerId = :owner", "owner", value(filter.ownerId()))
        .whereGiven("p.teamId = :team", "team", value(filter.teamId()))
        .whereGiven("p.workspaceId = :workspace", "workspace", value(filter.workspaceId()))
        .whereGiven("p.department = :department", "department", filter.department())
        .whereGiven("p.startDate >= :startAfter", "startAfter", filter.startAfter())
        .whereGiven("p.startDate < :startBefore", "startBefore", filter.startBefore())
        .whereGiven("p.endDate >= :endAfter", "endAfter", filter.endAfter())
        .whereGiven("p.endDate < :endBefore", "endBefore", filter.endBefore())
        .whereGiven("p.createdAt >= :createdAfter", "createdAfter", filter.createdAfter())
        .whereGiven("p.createdAt < :createdBefore", "createdBefore", filter.createdBefore())
        .whereGiven("lower(p.name) like :q escape '!'", "q", LikePattern.containing(filter.q()));
  }

  private static ListQuery.Column<Project> column(String field) {
    return switch (field) {
      case "name" -> new ListQuery.Column<>("p.name", text -> text, Project::name);
      case "priority" ->
          new ListQuery.Column<>("p.priorityRank", Integer::valueOf, Project::priorityRank);
      case "updated_at" ->
          new ListQuery.Column<>("p.updatedAt", Instant::parse, Project::updatedAt);
      default -> new ListQuery.Column<>("p.createdAt", Instant::parse, Project::createdAt);
    };
  }

  private static String wire(Enum<?> constant) {
    return constant == null ? null : WireNames.of(constant);
  }

  private static UUID value(EntityId id) {
    return id == null ? null : id.value();
  }
}
