package org.freehold.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.freehold.platform.Text;
import org.freehold.platform.WorkspaceId;

/**
 * A role of a tenant's own, as the tenant describes it.
 *
 * @param name unique in the tenant; cannot be changed later
 * @param workspaceId the only workspace in which it can be held; null: the whole tenant. Cannot be
 *     changed later
 * @param parents roles from which everything is inherited, grants and denies
 * @param grants permissions, with wildcards, as {@code projects:*}
 * @param denies permissions that nobody has who holds the role, whoever grants them
 */
public record RoleFields(
    @NotNull @Pattern(regexp = NAME) String name,
    @Size(max = Text.DESCRIPTION) String description,
    WorkspaceId workspaceId,
    @Size(max = 16) List<@NotNull @Size(max = 63) String> parents,
    @Size(max = 256) List<@NotNull @Size(max = 127) String> grants,
    @Size(max = 256) List<@NotNull @Size(max = 127) String> denies) {
  static final String NAME = "[a-z][a-z0-9_-]{1,62}";

  public RoleFields {
    parents = parents == null ? List.of() : parents;
    grants = grants == null ? List.of() : grants;
    denies = denies == null ? List.of() : denies;
  }
}
