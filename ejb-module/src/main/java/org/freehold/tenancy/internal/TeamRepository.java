package org.freehold.tenancy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.platform.Page;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.tenancy.TeamDetails;
import org.freehold.tenancy.TeamFilter;
import org.freehold.tenancy.TeamMemberDetails;
import org.freehold.tenancy.TeamMemberId;

/** The teams of one tenant and who is in them. */
@ApplicationScoped
public class TeamRepository {
  private static final List<String> SORTS = List.of("name", "created_at");
  private static final List<String> MEMBER_SORTS = List.of("created_at");

  @PersistenceContext private EntityManager em;

  public void add(Team team) {
    em.persist(team);
    em.flush();
  }

  public void add(TeamMember member) {
    em.persist(member);
    em.flush();
  }

  public void remove(TeamMember member) {
    em.remove(member);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  public Optional<Team> byId(TenantId tenant, TeamId id) {
    return Optional.ofNullable(em.find(Team.class, new TenantRowKey(tenant, id.value())));
  }

  public Optional<TeamMember> memberById(TenantId tenant, TeamMemberId id) {
    return Optional.ofNullable(em.find(TeamMember.class, new TenantRowKey(tenant, id.value())));
  }

  public Optional<TeamMember> member(TenantId tenant, TeamId team, UserId user) {
    return em.createQuery(
            "select m from TeamMember m"
                + " where m.tenantId = :tenant and m.teamId = :team and m.userId = :user",
            TeamMember.class)
        .setParameter("tenant", tenant.value())
        .setParameter("team", team.value())
        .setParameter("user", user.value())
        .getResultStream()
        .findFirst();
  }

  /** The id of the team that has the name. */
  public Optional<UUID> named(TenantId tenant, String name) {
    return em.createQuery(
            "select t.id from Team t where t.tenantId = :tenant and t.name = :name", UUID.class)
        .setParameter("tenant", tenant.value())
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  public Page<TeamDetails> list(TenantId tenant, TeamFilter filter, PageRequest page) {
    Sort sort = Sort.of(page.sort(), SORTS);
    ListQuery.Column<Team> column =
        sort.field().equals("name")
            ? new ListQuery.Column<>("t.name", text -> text, Team::name)
            : new ListQuery.Column<>("t.createdAt", Instant::parse, Team::createdAt);
    UUID manager = filter.managerId() == null ? null : filter.managerId().value();
    return new ListQuery<>(Team.class, "select t from Team t", "t.id", t -> t.id().value())
        .where("t.tenantId = :tenant", "tenant", tenant.value())
        .whereGiven("t.name = :name", "name", filter.name())
        .whereGiven("t.department = :department", "department", filter.department())
        .whereGiven("t.managerId = :manager", "manager", manager)
        .page(em, page, sort, column, Team::details);
  }

  public Page<TeamMemberDetails> members(TenantId tenant, TeamId team, PageRequest page) {
    Sort sort = Sort.of(page.sort(), MEMBER_SORTS);
    return new ListQuery<>(
            TeamMember.class, "select m from TeamMember m", "m.id", m -> m.id().value())
        .where("m.tenantId = :tenant", "tenant", tenant.value())
        .where("m.teamId = :team", "team", team.value())
        .page(
            em,
            page,
            sort,
            new ListQuery.Column<>("m.createdAt", Instant::parse, TeamMember::createdAt),
            TeamMember::details);
  }
}
