package org.freehold.access.policies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;

/**
 * What a policy is about. Without any role, user, team and key it is about everybody.
 *
 * @param permissions with wildcards, as in {@code projects:*}
 * @param resourceTypes as in {@code projects}; all when empty
 * @param roles held in the tenant, or in the workspace of the thing
 * @param apiKeys ids of keys
 */
public record PolicyTarget(
    @NotNull @Size(min = 1, max = 100) List<@NotBlank @Size(max = 100) String> permissions,
    @Size(max = 50) List<@NotBlank @Size(max = 100) String> resourceTypes,
    @Size(max = 50) List<@NotBlank @Size(max = 100) String> roles,
    @Size(max = 100) List<@NotNull UserId> users,
    @Size(max = 100) List<@NotNull TeamId> teams,
    @Size(max = 100) List<@NotNull UUID> apiKeys) {
  public PolicyTarget {
    resourceTypes = resourceTypes == null ? List.of() : resourceTypes;
    roles = roles == null ? List.of() : roles;
    users = users == null ? List.of() : users;
    teams = teams == null ? List.of() : teams;
    apiKeys = apiKeys == null ? List.of() : apiKeys;
  }
}
