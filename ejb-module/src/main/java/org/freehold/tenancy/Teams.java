package org.freehold.tenancy;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.RoleGrants;
import org.freehold.platform.Stale;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.tenancy.internal.Team;
import org.freehold.tenancy.internal.TeamMember;
import org.freehold.tenancy.internal.TeamRepository;

/**
 * The teams of a tenant. Whoever is named manager is a member of the team with that role, and stays
 * a member after.
 */
@Stateless
@Guarded
public class Teams {
  @Inject private TeamRepository teams;
  @Inject private TenantReferences references;
  @Inject private RoleGrants roles;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  @RequiresPermission("teams:write")
  @Audited("team.created")
  public TeamDetails create(TeamFields fields) {
    TenantId tenant = CurrentCall.tenantId();
    requireFreeName(tenant, fields.name(), null);
    requireUser(fields.managerId());
    Instant now = clock.instant();
    Team team = new Team(tenant, fields, now);
    teams.add(team);
    installManager(tenant, team, now);
    events.fire(new TenancyEvents.TeamCreated(team.id(), fields.name(), fields.managerId()));
    changes.about("team", team.id().value()).after(team.fields());
    return team.details();
  }

  @RequiresPermission("teams:read")
  public Page<TeamDetails> list(TeamFilter filter, PageRequest page) {
    return teams.list(CurrentCall.tenantId(), filter, page);
  }

  @RequiresPermission("teams:read")
  public TeamDetails details(TeamId id) {
    return find(id).details();
  }

  /**
   * Changes what the function makes of the present fields; {@code expectedVersion} null: whatever
   * is there.
   */
  @RequiresPermission("teams:write")
  @Audited("team.updated")
  public TeamDetails change(TeamId id, UnaryOperator<TeamFields> change, Long expectedVersion) {
    TenantId tenant = CurrentCall.tenantId();
    Team team = find(id);
    if (expectedVersion != null && expectedVersion != team.version()) {
      throw new Stale();
    }
    TeamFields before = team.fields();
    TeamFields after = change.apply(before);
    boolean otherManager = !Objects.equals(before.managerId(), after.managerId());
    requireFreeName(tenant, after.name(), id);
    if (otherManager) {
      requireUser(after.managerId());
    }
    Instant now = clock.instant();
    team.change(after, now);
    if (otherManager) {
      retireManager(tenant, id, before.managerId());
      installManager(tenant, team, now);
    }
    teams.flush();
    changes.about("team", id.value()).before(before).after(team.fields());
    return team.details();
  }

  private void requireFreeName(TenantId tenant, String name, TeamId self) {
    teams
        .named(tenant, name)
        .filter(other -> self == null || !other.equals(self.value()))
        .ifPresent(
            other -> {
              throw new Conflict(
                  "name_taken", "There is a team " + name + " already.", "Choose another name.");
            });
  }

  private void requireUser(UserId manager) {
    if (manager != null) {
      references.requireUsers(Map.of("/manager_id", manager));
    }
  }

  private void retireManager(TenantId tenant, TeamId team, UserId manager) {
    if (manager != null) {
      teams.member(tenant, team, manager).ifPresent(member -> member.become(TeamRole.MEMBER));
    }
  }

  private void installManager(TenantId tenant, Team team, Instant now) {
    if (team.managerId() == null) {
      return;
    }
    teams
        .member(tenant, team.id(), team.managerId())
        .ifPresentOrElse(
            member -> member.become(TeamRole.MANAGER),
            () -> roles.changingMembers(team.id(), () -> newManager(tenant, team, now)));
  }

  private TeamMember newManager(TenantId tenant, Team team, Instant now) {
    TeamMember member =
        new TeamMember(
            tenant, new TeamMemberFields(team.id(), team.managerId(), TeamRole.MANAGER), now);
    teams.add(member);
    return member;
  }

  private Team find(TeamId id) {
    return teams.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("team"));
  }
}
