package org.freehold.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;
import org.freehold.tenancy.internal.ReferenceRepository;

/**
 * Checks that what a request names belongs to the tenant of the call. Needs a running transaction.
 */
@ApplicationScoped
public class TenantReferences {
  @Inject private ReferenceRepository references;

  /** {@link Invalid} with every JSON pointer whose user is none of the tenant's. */
  public void requireUsers(Map<String, UserId> usersByPointer) {
    if (usersByPointer.isEmpty()) {
      return;
    }
    Set<UserId> known =
        references.users(CurrentCall.tenantId(), Set.copyOf(usersByPointer.values()));
    List<Fault> faults =
        usersByPointer.entrySet().stream()
            .filter(named -> !known.contains(named.getValue()))
            .map(named -> new Fault(named.getKey(), "unknown", "There is no such user here."))
            .toList();
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  /** {@link Invalid} with every JSON pointer whose team is none of the tenant's. */
  public void requireTeams(Map<String, TeamId> teamsByPointer) {
    if (teamsByPointer.isEmpty()) {
      return;
    }
    Set<TeamId> known =
        references.teams(CurrentCall.tenantId(), Set.copyOf(teamsByPointer.values()));
    List<Fault> faults =
        teamsByPointer.entrySet().stream()
            .filter(named -> !known.contains(named.getValue()))
            .map(named -> new Fault(named.getKey(), "unknown", "There is no such team here."))
            .toList();
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  /** {@link Invalid} at the pointer when the tenant has no such team. */
  public void requireTeam(String pointer, TeamId team) {
    if (!references.hasTeam(CurrentCall.tenantId(), team)) {
      throw Invalid.at(pointer, "unknown", "There is no such team here.");
    }
  }

  public boolean hasWorkspace(WorkspaceId workspace) {
    return references.hasWorkspace(CurrentCall.tenantId(), workspace);
  }
}
