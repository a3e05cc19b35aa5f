package org.freehold.releases;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.freehold.platform.Text;
import org.freehold.projects.ProjectId;
import org.freehold.releases.internal.Versions;

/**
 * What is to be planned for an environment.
 *
 * @param fromEnv name or id of the environment that it comes from; may be absent
 * @param toEnv name or id of the environment that it is planned for
 * @param bundleData the bundle; absent: the one that the release has
 * @param releaseId its id, or {@code rel_…}; absent: a new release is made
 * @param projectId of a new release; absent: it is the tenant's
 * @param version of a new release; absent: the next patch version
 * @param name of a new release; absent: its {@code rel_…}
 */
public record PrepareRelease(
    @Size(max = 100) String fromEnv,
    @NotBlank @Size(max = 100) String toEnv,
    JsonValue bundleData,
    @Size(max = 64) String releaseId,
    ProjectId projectId,
    @Pattern(regexp = Versions.FORM) @Size(max = 64) String version,
    @Size(min = 1, max = Text.NAME) String name,
    @Size(max = Text.DESCRIPTION) String description,
    @Size(max = Text.DESCRIPTION) String releaseNotes) {}
