package org.freehold.environments.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.TargetKind;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.Condition;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.projects.ProjectId;

/** The environments of one tenant. */
@ApplicationScoped
public class EnvironmentRepository {
  private static final List<String> SORTS = List.of("position", "name");
  private static final String ALL = "select e from Environment e where e.tenantId = :tenant";

  @PersistenceContext private EntityManager em;

  public void add(Environment environment) {
    em.persist(environment);
    em.flush();
  }

  public void remove(Environment environment) {
    em.remove(environment);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  public Optional<Environment> byId(TenantId tenant, EnvironmentId id) {
    return Optional.ofNullable(em.find(Environment.class, new TenantRowKey(tenant, id.value())));
  }

  public long count(TenantId tenant) {
    return em.createQuery(
            "select count(e.id) from Environment e where e.tenantId = :tenant", Long.class)
        .setParameter("tenant", tenant.value())
        .getSingleResult();
  }

  /** Waits for others that make environments of this tenant at the same moment. */
  void holdDefaults(TenantId tenant) {
    em.createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended('environments:' || ?1, 0)) as text)")
        .setParameter(1, tenant.value().toString())
        .getSingleResult();
  }

  boolean hasBuiltIn(TenantId tenant) {
    return !em.createQuery(
            "select e.id from Environment e where e.tenantId = :tenant and e.builtIn = true",
            UUID.class)
        .setParameter("tenant", tenant.value())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Those of the project, or of the tenant when it is null; in their order. */
  public List<Environment> set(TenantId tenant, ProjectId project) {
    var query =
        em.createQuery(
                ALL
                    + (project == null ? " and e.projectId is null" : " and e.projectId = :project")
                    + " order by e.position",
                Environment.class)
            .setParameter("tenant", tenant.value());
    if (project != null) {
      query.setParameter("project", project.value());
    }
    return query.getResultList();
  }

  /** Those that releases of the project go through: its own when it has any, else the tenant's. */
  public List<Environment> inOrder(TenantId tenant, ProjectId project) {
    List<Environment> own = project == null ? List.of() : set(tenant, project);
    return own.isEmpty() ? set(tenant, null) : own;
  }

  public Optional<Environment> named(TenantId tenant, String name, ProjectId project) {
    Optional<Environment> own = project == null ? Optional.empty() : inSet(tenant, name, project);
    return own.or(() -> inSet(tenant, name, null));
  }

  private Optional<Environment> inSet(TenantId tenant, String name, ProjectId project) {
    return set(tenant, project).stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** Of the tenant those of the kind, by id. */
  public List<EnvironmentId> ids(TenantId tenant, TargetKind kind) {
    return em.createQuery(
            "select e.id from Environment e where e.tenantId = :tenant and e.targetKind = :kind"
                + " order by e.id",
            UUID.class)
        .setParameter("tenant", tenant.value())
        .setParameter("kind", WireNames.of(kind))
        .getResultStream()
        .map(EnvironmentId::new)
        .toList();
  }

  /** All of the tenant by id, for work that goes through them. */
  public List<EnvironmentId> ids(TenantId tenant) {
    return em.createQuery(
            "select e.id from Environment e where e.tenantId = :tenant order by e.id", UUID.class)
        .setParameter("tenant", tenant.value())
        .getResultStream()
        .map(EnvironmentId::new)
        .toList();
  }

  /**
   * @param project null for all
   * @param visible null when the caller sees all
   */
  public Page<EnvironmentDetails> list(
      TenantId tenant, ProjectId project, Condition visible, PageRequest page) {
    Sort sort = Sort.of(page.sort(), SORTS);
    ListQuery<Environment> query =
        new ListQuery<>(
                Environment.class, "select e from Environment e", "e.id", e -> e.id().value())
            .where("e.tenantId = :tenant", "tenant", tenant.value())
            .whereGiven(
                "e.projectId = :project", "project", project == null ? null : project.value())
            .whereGiven(visible);
    return query.page(em, page, sort, column(sort.field()), Environment::details);
  }

  private static ListQuery.Column<Environment> column(String field) {
    return field.equals("name")
        ? new ListQuery.Column<>("e.name", text -> text, Environment::name)
        : new ListQuery.Column<>("e.position", Integer::valueOf, Environment::position);
  }
}
