package org.freehold.environments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.freehold.platform.EnvironmentName;
import org.freehold.projects.ProjectId;

/**
 * An environment as the tenant describes it.
 *
 * @param projectId null for one of the whole tenant; it never changes
 * @param name unique among those of the project or of the tenant; {@code development} and {@code
 *     prod} are other words for {@code dev} and {@code production}
 * @param position releases go from lower to higher ones; the next free one when absent
 * @param url where people find it
 * @param healthUrl what is asked after a promotion whether all is well; none when absent
 * @param policy nothing is asked when absent
 * @param target a managed one when absent
 */
public record EnvironmentFields(
    ProjectId projectId,
    @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String name,
    @Min(1) @Max(1000) Integer position,
    @Size(max = 2000) String url,
    @Size(max = 2000) String healthUrl,
    @Valid EnvironmentPolicy policy,
    @Valid TargetFields target) {
  public EnvironmentFields {
    name = EnvironmentName.canonical(name);
    policy = policy == null ? EnvironmentPolicy.OPEN : policy;
    target = target == null ? new TargetFields(null, null, null, null, null) : target;
  }
}
