package org.freehold.tenancy;

import jakarta.validation.constraints.NotNull;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;

/**
 * Asks for a user of the tenant to join a team.
 *
 * @param role member when absent
 */
public record TeamMemberFields(@NotNull TeamId teamId, @NotNull UserId userId, TeamRole role) {
  public TeamMemberFields {
    role = role == null ? TeamRole.MEMBER : role;
  }
}
