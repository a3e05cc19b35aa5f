package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.freehold.environments.EnvironmentId;
import org.freehold.platform.EntityId;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.Condition;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.releases.DeploymentFilter;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.DeploymentStatus;
import org.freehold.releases.ReleaseId;
import org.freehold.releases.ReleaseLogLine;

/** The deployments of one tenant and their logs. */
@ApplicationScoped
public class DeploymentRepository {
  private static final List<String> SORTS = List.of("-planned_at");
  private static final List<String> LOG_SORTS = List.of("time");

  @PersistenceContext private EntityManager em;

  public void add(Deployment deployment) {
    em.persist(deployment);
    em.flush();
  }

  public void add(DeploymentLogLine line) {
    em.persist(line);
  }

  public void flush() {
    em.flush();
  }

  public Optional<Deployment> byId(TenantId tenant, DeploymentId id) {
    return Optional.ofNullable(em.find(Deployment.class, new TenantRowKey(tenant, id.value())));
  }

  /** Nobody else changes it until the commit. */
  public Optional<Deployment> locked(TenantId tenant, DeploymentId id) {
    return Optional.ofNullable(
        em.find(
            Deployment.class,
            new TenantRowKey(tenant, id.value()),
            LockModeType.PESSIMISTIC_WRITE));
  }

  /** The one of the release for the environment that waits to be promoted. */
  public Optional<Deployment> open(TenantId tenant, ReleaseId release, EnvironmentId environment) {
    return of(tenant, environment, DeploymentStatus.OPEN, release).stream().findFirst();
  }

  /** The one that the environment has. */
  public Optional<Deployment> inPlace(TenantId tenant, EnvironmentId environment) {
    return of(tenant, environment, DeploymentStatus.IN_PLACE, null).stream().findFirst();
  }

  /** The one that somebody works on. */
  public Optional<Deployment> atWork(TenantId tenant, EnvironmentId environment) {
    return of(tenant, environment, DeploymentStatus.AT_WORK, null).stream().findFirst();
  }

  /** The newest of the release for the environment, whatever became of it. */
  public Optional<Deployment> newest(
      TenantId tenant, ReleaseId release, EnvironmentId environment) {
    return of(tenant, environment, Set.of(DeploymentStatus.values()), release).stream().findFirst();
  }

  /** Newest first; release null: of any. */
  public List<Deployment> of(
      TenantId tenant,
      EnvironmentId environment,
      Collection<DeploymentStatus> statuses,
      ReleaseId release) {
    TypedQuery<Deployment> query =
        em.createQuery(
                "select d from Deployment d where d.tenantId = :tenant"
                    + " and d.environmentId = :environment and d.status in :statuses"
                    + (release == null ? "" : " and d.releaseId = :release")
                    + " order by d.id desc",
                Deployment.class)
            .setParameter("tenant", tenant.value())
            .setParameter("environment", environment.value())
            .setParameter("statuses", statuses.stream().map(WireNames::of).toList())
            .setMaxResults(50);
    if (release != null) {
      query.setParameter("release", release.value());
    }
    return query.getResultList();
  }

  /** The newest of the release first, for any environment. */
  public List<Deployment> ofRelease(TenantId tenant, ReleaseId release, int most) {
    return em.createQuery(
            "select d from Deployment d where d.tenantId = :tenant and d.releaseId = :release"
                + " order by d.id desc",
            Deployment.class)
        .setParameter("tenant", tenant.value())
        .setParameter("release", release.value())
        .setMaxResults(most)
        .getResultList();
  }

  /** The oldest of the release: whoever planned it brought the bundle. */
  public Optional<Deployment> first(TenantId tenant, ReleaseId release) {
    return em.createQuery(
            "select d from Deployment d where d.tenantId = :tenant and d.releaseId = :release"
                + " order by d.id",
            Deployment.class)
        .setParameter("tenant", tenant.value())
        .setParameter("release", release.value())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The page in one statement. A null condition sees all; it is about {@code r}, the release. */
  public Page<Deployment> list(
      TenantId tenant, DeploymentFilter filter, Condition visible, PageRequest page) {
    Sort sort = Sort.of(page.sort(), SORTS);
    ListQuery<Deployment> query =
        new ListQuery<>(
                Deployment.class,
                "select d from Deployment d, Release r",
                "d.id",
                d -> d.id().value())
            .where("d.tenantId = :tenant", "tenant", tenant.value())
            .where("r.tenantId = :owner and r.id = d.releaseId", "owner", tenant.value())
            .whereGiven("d.releaseId = :release", "release", value(filter.release()))
            .whereGiven(
                "d.environmentId = :environment", "environment", value(filter.environment()))
            .whereGiven(
                "d.status = :status",
                "status",
                filter.status() == null ? null : WireNames.of(filter.status()))
            .whereGiven(visible);
    return query.page(
        em,
        page,
        sort,
        new ListQuery.Column<>(
            "d.plan.plannedAt", Instant::parse, deployment -> deployment.plan().plannedAt()),
        deployment -> deployment);
  }

  /**
   * What the environment has, and what is on its way there, the newest first. A null condition sees
   * all; it is about {@code r}, the release.
   */
  public List<Deployment> current(
      TenantId tenant, EnvironmentId environment, Condition visible, int most) {
    Set<DeploymentStatus> statuses = EnumSet.copyOf(DeploymentStatus.OPEN);
    statuses.addAll(DeploymentStatus.AT_WORK);
    statuses.addAll(DeploymentStatus.IN_PLACE);
    TypedQuery<Deployment> query =
        em.createQuery(
                "select d from Deployment d, Release r where d.tenantId = :tenant"
                    + " and r.tenantId = :tenant and r.id = d.releaseId"
                    + " and d.environmentId = :environment and d.status in :statuses"
                    + (visible == null ? "" : " and " + visible.jpql())
                    + " order by d.id desc",
                Deployment.class)
            .setParameter("tenant", tenant.value())
            .setParameter("environment", environment.value())
            .setParameter("statuses", statuses.stream().map(WireNames::of).toList())
            .setMaxResults(most);
    if (visible != null) {
      visible.parameters().forEach(query::setParameter);
    }
    return query.getResultList();
  }

  /** In the order in which they were written; deployments none: an empty page. */
  public Page<ReleaseLogLine> log(
      TenantId tenant, Collection<DeploymentId> deployments, PageRequest page) {
    Sort sort = Sort.of(page.sort(), LOG_SORTS);
    if (deployments.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    return new ListQuery<>(
            DeploymentLogLine.class,
            "select l from DeploymentLogLine l",
            "l.id",
            DeploymentLogLine::id)
        .where("l.tenantId = :tenant", "tenant", tenant.value())
        .where(
            "l.deploymentId in :deployments",
            "deployments",
            deployments.stream().map(DeploymentId::value).toList())
        .page(
            em,
            page,
            sort,
            new ListQuery.Column<>("l.at", Instant::parse, DeploymentLogLine::at),
            DeploymentLogLine::line);
  }

  /** In the order in which they were written; after null: from the first. */
  public List<ReleaseLogLine> logAfter(
      TenantId tenant, DeploymentId deployment, ReleaseLogLine after, int most) {
    TypedQuery<DeploymentLogLine> query =
        em.createQuery(
                "select l from DeploymentLogLine l where l.tenantId = :tenant"
                    + " and l.deploymentId = :deployment"
                    + (after == null ? "" : " and (l.at > :at or (l.at = :at and l.id > :id))")
                    + " order by l.at, l.id",
                DeploymentLogLine.class)
            .setParameter("tenant", tenant.value())
            .setParameter("deployment", deployment.value())
            .setMaxResults(most);
    if (after != null) {
      query.setParameter("at", after.time()).setParameter("id", after.id());
    }
    return query.getResultStream().map(DeploymentLogLine::line).toList();
  }

  private static UUID value(EntityId id) {
    return id == null ? null : id.value();
  }
}
