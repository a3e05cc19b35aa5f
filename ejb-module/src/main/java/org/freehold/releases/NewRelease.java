package org.freehold.releases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.freehold.platform.Text;
import org.freehold.projects.ProjectId;
import org.freehold.releases.internal.Versions;

/**
 * A release as it is made.
 *
 * @param projectId absent: it is the tenant's
 * @param version absent: the next patch version
 */
public record NewRelease(
    ProjectId projectId,
    @Pattern(regexp = Versions.FORM) @Size(max = 64) String version,
    @NotBlank @Size(max = Text.NAME) String name,
    @Size(max = Text.DESCRIPTION) String description,
    @Size(max = Text.DESCRIPTION) String releaseNotes) {}
