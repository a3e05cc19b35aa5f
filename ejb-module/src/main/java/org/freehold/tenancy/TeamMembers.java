package org.freehold.tenancy;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
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
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.tenancy.internal.TeamMember;
import org.freehold.tenancy.internal.TeamRepository;

/**
 * Who is in which team. A team's roles are its members', so nobody brings anybody in, or out, whose
 * team may do more than they.
 */
@Stateless
@Guarded
public class TeamMembers {
  @Inject private TeamRepository teams;
  @Inject private TenantReferences references;
  @Inject private RoleGrants roles;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  @RequiresPermission("teams:read")
  public Page<TeamMemberDetails> list(TeamId team, PageRequest page) {
    TenantId tenant = CurrentCall.tenantId();
    teams.byId(tenant, team).orElseThrow(() -> new NotFound("team"));
    return teams.members(tenant, team, page);
  }

  @RequiresPermission("teams:read")
  public TeamMemberDetails details(TeamMemberId id) {
    return find(id).details();
  }

  @RequiresPermission("teams:write")
  @Audited(value = "team.member_added", complianceRelevant = true)
  public TeamMemberDetails add(TeamMemberFields fields) {
    TenantId tenant = CurrentCall.tenantId();
    references.requireTeam("/team_id", fields.teamId());
    references.requireUsers(Map.of("/user_id", fields.userId()));
    if (teams.member(tenant, fields.teamId(), fields.userId()).isPresent()) {
      throw new Conflict(
          "member_exists",
          "This user is a member of the team already.",
          "Remove them first to give them another role.");
    }
    TeamMember member = new TeamMember(tenant, fields, clock.instant());
    roles.changingMembers(fields.teamId(), () -> added(member));
    TeamMemberFields added = member.fields();
    events.fire(new TenancyEvents.TeamMemberAdded(added.teamId(), added.userId(), added.role()));
    changes.about("team", fields.teamId().value()).after(member.fields());
    return member.details();
  }

  @RequiresPermission("teams:write")
  @Audited(value = "team.member_removed", complianceRelevant = true)
  public void remove(TeamMemberId id) {
    TeamMember member = find(id);
    boolean manages =
        teams
            .byId(CurrentCall.tenantId(), member.teamId())
            .filter(team -> team.isManagedBy(member.userId()))
            .isPresent();
    if (manages) {
      throw new Conflict(
          "team_manager",
          "This member is the manager of the team.",
          "Change the team's manager_id first.");
    }
    roles.changingMembers(member.teamId(), () -> removed(member));
    changes.about("team", member.teamId().value()).before(member.fields());
  }

  private TeamMember added(TeamMember member) {
    teams.add(member);
    return member;
  }

  private TeamMember removed(TeamMember member) {
    teams.remove(member);
    return member;
  }

  private TeamMember find(TeamMemberId id) {
    return teams
        .memberById(CurrentCall.tenantId(), id)
        .orElseThrow(() -> new NotFound("team member"));
  }
}
