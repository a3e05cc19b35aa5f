package org.freehold.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.freehold.access.Access;
import org.freehold.engine.access.Decision;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;
import org.freehold.projects.ProjectFields;
import org.freehold.projects.Stakeholder;
import org.freehold.tenancy.TenantReferences;

/**
 * Checks what a project refers to, as far as it is new: people and team of the tenant, and what may
 * be done where it is.
 */
@ApplicationScoped
public class ProjectReferences {
  private static final String WRITE = "projects:write";

  @Inject private TenantReferences references;
  @Inject private Access access;

  /** For a new project. */
  public void check(ProjectFields fields) {
    references.requireUsers(newUsers(null, List.of(), fields));
    if (fields.teamId() != null) {
      references.requireTeam("/team_id", fields.teamId());
    }
  }

  /** For a change. */
  public void check(ProjectFields before, ProjectFields after) {
    references.requireUsers(newUsers(before.ownerId(), before.stakeholders(), after));
    if (after.teamId() != null && !after.teamId().equals(before.teamId())) {
      references.requireTeam("/team_id", after.teamId());
    }
  }

  static Map<String, UserId> newUsers(
      UserId knownOwner, List<Stakeholder> known, ProjectFields fields) {
    List<UserId> knownStakeholders = known.stream().map(Stakeholder::userId).toList();
    Map<String, UserId> users = new LinkedHashMap<>();
    if (fields.ownerId() != null && !fields.ownerId().equals(knownOwner)) {
      users.put("/owner_id", fields.ownerId());
    }
    for (int i = 0; i < fields.stakeholders().size(); i++) {
      UserId user = fields.stakeholders().get(i).userId();
      if (!knownStakeholders.contains(user)) {
        users.put("/stakeholders/" + i + "/user_id", user);
      }
    }
    return users;
  }

  /**
   * Whether the caller may write the project as it has become: nobody brings one to where they
   * could not have made it. A workspace that the caller is not in answers as one that is not there.
   */
  public void requireMayBe(ProjectFields before, Project after) {
    WorkspaceId place = after.workspaceId();
    boolean moved = !Objects.equals(before.workspaceId(), place);
    boolean known = !moved || place == null || references.hasWorkspace(place);
    Decision decision = access.decideNew(WRITE, after.facts());
    if (moved && (!known || decision == Decision.HIDDEN)) {
      throw Invalid.at(
          "/workspace_id", "unknown", "There is no such workspace here, or you are not in it.");
    }
    if (decision != Decision.ALLOW) {
      throw moved && place != null
          ? NotAllowed.missing(WRITE, "project_workspace", place.value())
          : NotAllowed.missing(WRITE, "project", after.id().value());
    }
  }
}
