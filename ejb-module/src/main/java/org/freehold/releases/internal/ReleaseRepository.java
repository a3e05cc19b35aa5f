package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.platform.EntityId;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.Condition;
import org.freehold.platform.persistence.LikePattern;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.projects.ProjectId;
import org.freehold.releases.ReleaseDetails;
import org.freehold.releases.ReleaseFilter;
import org.freehold.releases.ReleaseId;

/** The releases of one tenant. */
@ApplicationScoped
public class ReleaseRepository {
  private static final List<String> SORTS = List.of("-created_at");

  @PersistenceContext private EntityManager em;

  public void add(Release release) {
    em.persist(release);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  public Optional<Release> byId(TenantId tenant, ReleaseId id) {
    return Optional.ofNullable(em.find(Release.class, new TenantRowKey(tenant, id.value())));
  }

  public Optional<Release> byRef(TenantId tenant, String ref) {
    return em.createQuery(
            "select r from Release r where r.tenantId = :tenant and r.ref = :ref", Release.class)
        .setParameter("tenant", tenant.value())
        .setParameter("ref", ref)
        .getResultStream()
        .findFirst();
  }

  /** By id, in one statement. */
  public Map<ReleaseId, Release> byIds(TenantId tenant, Collection<ReleaseId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return em.createQuery(
            "select r from Release r where r.tenantId = :tenant and r.id in :ids", Release.class)
        .setParameter("tenant", tenant.value())
        .setParameter("ids", ids.stream().map(ReleaseId::value).distinct().toList())
        .getResultStream()
        .collect(Collectors.toMap(Release::id, Function.identity()));
  }

  /** The refs that begin so and are taken; ordered by nothing. */
  public List<String> refsBeginning(TenantId tenant, String beginning) {
    return em.createQuery(
            "select r.ref from Release r where r.tenantId = :tenant and r.ref >= :from and r.ref < :to",
            String.class)
        .setParameter("tenant", tenant.value())
        .setParameter("from", beginning)
        .setParameter("to", beginning + Character.MAX_VALUE)
        .getResultList();
  }

  /** The newest versions first, of the project or, when null, of the tenant itself. */
  public List<String> newestVersions(TenantId tenant, ProjectId project, int most) {
    TypedQuery<String> query =
        em.createQuery(
                "select r.semver from Release r where r.tenantId = :tenant and "
                    + (project == null ? "r.projectId is null" : "r.projectId = :project")
                    + " order by r.createdAt desc, r.id desc",
                String.class)
            .setParameter("tenant", tenant.value())
            .setMaxResults(most);
    if (project != null) {
      query.setParameter("project", project.value());
    }
    return query.getResultList();
  }

  /** Of those that we deploy ourselves, in the project or, when null, of the tenant itself. */
  public boolean hasVersion(TenantId tenant, ProjectId project, String version) {
    TypedQuery<Long> query =
        em.createQuery(
                "select count(r.id) from Release r where r.tenantId = :tenant and r.semver = :version"
                    + " and r.external = false and "
                    + (project == null ? "r.projectId is null" : "r.projectId = :project"),
                Long.class)
            .setParameter("tenant", tenant.value())
            .setParameter("version", version);
    if (project != null) {
      query.setParameter("project", project.value());
    }
    return query.getSingleResult() > 0;
  }

  /** The page in one statement; a null condition sees all. */
  public Page<ReleaseDetails> list(
      TenantId tenant, ReleaseFilter filter, Condition visible, PageRequest page) {
    Sort sort = Sort.of(page.sort(), SORTS);
    ListQuery<Release> query =
        new ListQuery<>(Release.class, "select r from Release r", "r.id", r -> r.id().value())
            .where("r.tenantId = :tenant", "tenant", tenant.value())
            .whereGiven("r.projectId = :project", "project", value(filter.projectId()))
            .whereGiven(
                "r.status = :status",
                "status",
                filter.status() == null ? null : WireNames.of(filter.status()))
            .whereGiven("r.semver = :semver", "semver", filter.version())
            .whereGiven("r.external = :external", "external", filter.external())
            .whereGiven(
                "(lower(r.name) like :q escape '!' or r.semver like :q escape '!')",
                "q",
                LikePattern.containing(filter.q()))
            .whereGiven(visible);
    return query.page(
        em,
        page,
        sort,
        new ListQuery.Column<>("r.createdAt", Instant::parse, Release::createdAt),
        Release::details);
  }

  private static UUID value(EntityId id) {
    return id == null ? null : id.value();
  }
}
