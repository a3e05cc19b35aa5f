package org.freehold.tenancy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.platform.MeteredThings;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.tenancy.WorkspaceDetails;
import org.freehold.tenancy.WorkspaceMemberDetails;

/** The workspaces of one tenant and who is in them. */
@ApplicationScoped
public class WorkspaceRepository {
  private static final List<String> SORTS = List.of("slug", "created_at");
  private static final List<String> MEMBER_SORTS = List.of("created_at");

  private static final UUID FIRST = new UUID(0, 0);

  @PersistenceContext private EntityManager em;

  public void add(Workspace workspace) {
    em.persist(workspace);
    em.flush();
  }

  public void add(WorkspaceMember member) {
    em.persist(member);
    em.flush();
  }

  public void remove(WorkspaceMember member) {
    em.remove(member);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  /** In their order, from behind one; null: from the first. */
  List<UUID> idsAfter(TenantId tenant, UUID after, int most) {
    return em.createQuery(
            "select w.id from Workspace w where w.tenantId = :tenant and w.id > :after"
                + " order by w.id",
            UUID.class)
        .setParameter("tenant", tenant.value())
        .setParameter("after", after == null ? FIRST : after)
        .setMaxResults(most)
        .getResultList();
  }

  public Optional<Workspace> byId(TenantId tenant, WorkspaceId id) {
    return Optional.ofNullable(em.find(Workspace.class, new TenantRowKey(tenant, id.value())));
  }

  long count(TenantId tenant) {
    return em.createQuery(
            "select count(w.id) from Workspace w where w.tenantId = :tenant", Long.class)
        .setParameter("tenant", tenant.value())
        .getSingleResult();
  }

  /** Those that were made last, newest first. */
  List<MeteredThings.Named> latest(TenantId tenant, int most) {
    return em.createQuery(
            "select w.id, w.name from Workspace w where w.tenantId = :tenant order by w.id desc",
            Object[].class)
        .setParameter("tenant", tenant.value())
        .setMaxResults(most)
        .getResultStream()
        .map(row -> new MeteredThings.Named((UUID) row[0], (String) row[1]))
        .toList();
  }

  public boolean hasSlug(TenantId tenant, String slug) {
    return em.createQuery(
                "select count(w.id) from Workspace w where w.tenantId = :tenant and w.slug = :slug",
                Long.class)
            .setParameter("tenant", tenant.value())
            .setParameter("slug", slug)
            .getSingleResult()
        > 0;
  }

  public Optional<WorkspaceMember> member(TenantId tenant, WorkspaceId workspace, UserId user) {
    return em.createQuery(
            "select m from WorkspaceMember m where m.tenantId = :tenant"
                + " and m.workspaceId = :workspace and m.userId = :user",
            WorkspaceMember.class)
        .setParameter("tenant", tenant.value())
        .setParameter("workspace", workspace.value())
        .setParameter("user", user.value())
        .getResultStream()
        .findFirst();
  }

  public Page<WorkspaceDetails> list(TenantId tenant, PageRequest page) {
    Sort sort = Sort.of(page.sort(), SORTS);
    ListQuery.Column<Workspace> column =
        sort.field().equals("slug")
            ? new ListQuery.Column<>("w.slug", text -> text, Workspace::slug)
            : new ListQuery.Column<>("w.createdAt", Instant::parse, Workspace::createdAt);
    return new ListQuery<>(
            Workspace.class, "select w from Workspace w", "w.id", w -> w.id().value())
        .where("w.tenantId = :tenant", "tenant", tenant.value())
        .page(em, page, sort, column, Workspace::details);
  }

  public Page<WorkspaceMemberDetails> members(
      TenantId tenant, WorkspaceId workspace, PageRequest page) {
    Sort sort = Sort.of(page.sort(), MEMBER_SORTS);
    return new ListQuery<>(
            WorkspaceMember.class, "select m from WorkspaceMember m", "m.id", WorkspaceMember::id)
        .where("m.tenantId = :tenant", "tenant", tenant.value())
        .where("m.workspaceId = :workspace", "workspace", workspace.value())
        .page(
            em,
            page,
            sort,
            new ListQuery.Column<>("m.createdAt", Instant::parse, WorkspaceMember::createdAt),
            WorkspaceMember::details);
  }
}
