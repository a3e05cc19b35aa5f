package org.freehold.releases;

import org.freehold.projects.ProjectId;

/**
 * What a release is called.
 *
 * @param projectId null: it is the tenant's
 * @param version as in Semantic Versioning 2.0.0: {@code 1.4.2}
 */
public record ReleaseFields(
    ProjectId projectId, String version, String name, String description, String releaseNotes) {}
