package org.freehold.projects.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.freehold.engine.access.AccessScope;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.Condition;
import org.freehold.platform.persistence.ListQuery;

/**
 * Which projects, and which things in them, a caller may see: {@link AccessScope} as a condition in
 * JPQL. It is part of every query that shows or counts them; nothing is filtered afterwards.
 *
 * @param condition on the project {@code p}; null when every project can be seen
 */
public record ProjectScope(String condition, Map<String, Object> parameters) {
  private static final String PARTICIPATES =
      "exists (select s.userId from ProjectParticipant s"
          + " where s.tenantId = p.tenantId and s.projectId = p.id and s.userId = :scopeUser)";

  /** No policy's test on a row is asked here: where there is one, the rows are left out. */
  public static ProjectScope of(AccessScope asked) {
    AccessScope scope = asked.limitedTo(Set.of());
    Map<String, Object> parameters = new LinkedHashMap<>();
    return new ProjectScope(scope.all() ? null : sees(scope, parameters), parameters);
  }

  /** Narrows a list of projects {@code p}. */
  public <T> ListQuery<T> onProjects(ListQuery<T> query) {
    return condition == null ? query : query.where(condition, parameters);
  }

  /**
   * A condition on a row of the tenant whose project is at the JPQL path, as in {@code
   * t.projectId}; null when every project can be seen.
   */
  public Condition at(TenantId tenant, String projectIdPath) {
    if (condition == null) {
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>(parameters);
    values.put("scopeTenant", tenant.value());
    return new Condition(
        "exists (select p.id from Project p where p.tenantId = :scopeTenant and p.id = "
            + projectIdPath
            + " and "
            + condition
            + ")",
        values);
  }

  private static String sees(AccessScope scope, Map<String, Object> parameters) {
    List<String> ways = new ArrayList<>();
    if (!scope.adminWorkspaces().isEmpty()) {
      ways.add("p.workspaceId in :scopeAdminWorkspaces");
      parameters.put("scopeAdminWorkspaces", scope.adminWorkspaces());
    }
    List<String> places = places(scope, parameters);
    if (!places.isEmpty()) {
      ways.add(anyOf(places) + " and " + anyOf(visibilities(scope, parameters)));
    }
    return ways.isEmpty() ? "p.id is null" : anyOf(ways);
  }

  private static List<String> places(AccessScope scope, Map<String, Object> parameters) {
    List<String> places = new ArrayList<>();
    if (scope.tenantWide()) {
      places.add("p.workspaceId is null");
    }
    if (!scope.workspaces().isEmpty()) {
      places.add("p.workspaceId in :scopeWorkspaces");
      parameters.put("scopeWorkspaces", scope.workspaces());
    }
    return places;
  }

  private static List<String> visibilities(AccessScope scope, Map<String, Object> parameters) {
    List<String> visibilities = new ArrayList<>(List.of("p.visibility = 'public'"));
    if (scope.teams().isEmpty()) {
      visibilities.add("p.visibility = 'team' and p.teamId is null");
    } else {
      visibilities.add("p.visibility = 'team' and (p.teamId is null or p.teamId in :scopeTeams)");
      parameters.put("scopeTeams", scope.teams());
    }
    if (scope.userId() != null) {
      visibilities.add("p.ownerId = :scopeUser");
      visibilities.add(PARTICIPATES);
      parameters.put("scopeUser", scope.userId());
    }
    return visibilities;
  }

  private static String anyOf(List<String> conditions) {
    return "(" + String.join(" or ", conditions) + ")";
  }
}
