package org.freehold.releases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.freehold.platform.Invalid;
import org.freehold.platform.Text;
import org.freehold.projects.ProjectId;
import org.freehold.releases.internal.Versions;

/**
 * A release as it is made.
 *
 * @param projectId absent: it is the tenant's
 * @param version absent: the next patch version
 * @param status {@code draft} when absent; {@code released} records one that was deployed by other
 *     means
 * @param environment where that was, by name or id; absent: in the last one. For one that is
 *     recorded only
 */
public record NewRelease(
    ProjectId projectId,
    @Pattern(regexp = Versions.FORM) @Size(max = 64) String version,
    @NotBlank @Size(max = Text.NAME) String name,
    @Size(max = Text.DESCRIPTION) String description,
    @Size(max = Text.DESCRIPTION) String releaseNotes,
    ReleaseStatus status,
    @Size(max = 100) String environment) {
  /** Whether it was deployed by other means; {@link Invalid} for what no release begins as. */
  public boolean isExternal() {
    if (status != null && status != ReleaseStatus.DRAFT && status != ReleaseStatus.RELEASED) {
      throw Invalid.at("/status", "value", "A release begins as draft or as released.");
    }
    boolean external = status == ReleaseStatus.RELEASED;
    if (!external && environment != null) {
      throw Invalid.at(
          "/environment", "draft", "A draft is in no environment; prepare says where it is to go.");
    }
    return external;
  }
}
