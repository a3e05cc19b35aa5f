package org.freehold.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.platform.EntityId;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.projects.TaskDetails;
import org.freehold.projects.TaskFilter;
import org.freehold.projects.TaskId;

/** The tasks of one tenant. */
@ApplicationScoped
public class TaskRepository {
  private static final List<String> SORTS = List.of("-created_at", "title", "updated_at");

  private static final UUID FIRST = new UUID(0, 0);

  @PersistenceContext private EntityManager em;

  public void add(Task task) {
    em.persist(task);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  /** With their projects, in the order of their ids, from behind one; null: from the first. */
  List<Object[]> after(TenantId tenant, UUID after, int most) {
    return em.createQuery(
            "select t, p from Task t join Project p"
                + " on p.tenantId = t.tenantId and p.id = t.projectId"
                + " where t.tenantId = :tenant and t.id > :after order by t.id",
            Object[].class)
        .setParameter("tenant", tenant.value())
        .setParameter("after", after == null ? FIRST : after)
        .setMaxResults(most)
        .getResultList();
  }

  /** With their projects, in no order. */
  List<Object[]> byIds(TenantId tenant, Collection<UUID> ids) {
    return em.createQuery(
            "select t, p from Task t join Project p"
                + " on p.tenantId = t.tenantId and p.id = t.projectId"
                + " where t.tenantId = :tenant and t.id in :ids",
            Object[].class)
        .setParameter("tenant", tenant.value())
        .setParameter("ids", ids)
        .getResultList();
  }

  public Optional<Task> byId(TenantId tenant, TaskId id) {
    return Optional.ofNullable(em.find(Task.class, new TenantRowKey(tenant, id.value())));
  }

  /** The page in one statement. */
  public Page<TaskDetails> list(
      TenantId tenant, TaskFilter filter, ProjectScope scope, PageRequest page) {
    Sort sort = Sort.of(page.sort(), SORTS);
    ListQuery<Task> query =
        new ListQuery<>(Task.class, "select t from Task t", "t.id", t -> t.id().value())
            .where("t.tenantId = :tenant", "tenant", tenant.value())
            .whereGiven("t.projectId = :project", "project", value(filter.projectId()))
            .whereGiven("t.assigneeId = :assignee", "assignee", value(filter.assigneeId()))
            .whereGiven("t.status = :status", "status", wire(filter.status()))
            .whereGiven("t.priority = :priority", "priority", wire(filter.priority()))
            .whereGiven("t.dueDate >= :dueAfter", "dueAfter", filter.dueAfter())
            .whereGiven("t.dueDate < :dueBefore", "dueBefore", filter.dueBefore())
            .whereGiven(scope.ofThings(tenant, "t.projectId", "t.id", "t.status"));
    return query.page(em, page, sort, column(sort.field()), Task::details);
  }

  private static ListQuery.Column<Task> column(String field) {
    return switch (field) {
      case "title" -> new ListQuery.Column<>("t.title", text -> text, Task::title);
      case "updated_at" -> new ListQuery.Column<>("t.updatedAt", Instant::parse, Task::updatedAt);
      default -> new ListQuery.Column<>("t.createdAt", Instant::parse, Task::createdAt);
    };
  }

  private static String wire(Enum<?> constant) {
    return constant == null ? null : WireNames.of(constant);
  }

  private static UUID value(EntityId id) {
    return id == null ? null : id.value();
  }
}
