package org.freehold.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.freehold.platform.Text;

/**
 * How a release wants a role of the whole tenant to be. What is absent stays as it is; of a new
 * role it is empty.
 *
 * @param delete true: it is to be gone
 */
public record ReleasedRole(
    @NotNull @Pattern(regexp = RoleFields.NAME) String name,
    @Size(max = Text.DESCRIPTION) String description,
    @Size(max = 16) List<@NotNull @Size(max = 63) String> parents,
    @Size(max = 256) List<@NotNull @Size(max = 127) String> grants,
    @Size(max = 256) List<@NotNull @Size(max = 127) String> denies,
    Boolean delete) {
  public boolean isGone() {
    return Boolean.TRUE.equals(delete);
  }

  /** Beside what may not stand beside {@link #delete}. */
  public boolean saysMore() {
    return description != null || parents != null || grants != null || denies != null;
  }

  /** What becomes of the role; null: of none. */
  public RoleFields over(RoleFields before) {
    RoleFields old = before == null ? new RoleFields(name, null, null, null, null, null) : before;
    return new RoleFields(
        name,
        description == null ? old.description() : description,
        old.workspaceId(),
        parents == null ? old.parents() : parents,
        grants == null ? old.grants() : grants,
        denies == null ? old.denies() : denies);
  }
}
