package org.freehold.tenancy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.freehold.platform.UserId;

/**
 * Asks for a user of the tenant to join a workspace.
 *
 * @param role what they may do in it beside what they may do in the whole tenant, by canonical name
 *     or alias; member when absent
 */
public record WorkspaceMemberFields(@NotNull UserId userId, @Size(max = 100) String role) {
  public WorkspaceMemberFields {
    role = role == null ? "member" : role;
  }
}
