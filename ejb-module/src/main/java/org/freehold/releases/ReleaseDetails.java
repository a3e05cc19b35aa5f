package org.freehold.releases;

import java.time.Instant;
import org.freehold.platform.UserId;
import org.freehold.projects.ProjectId;

/**
 * A release as the API tells it.
 *
 * @param releaseId what people call it: {@code rel_20260115_1200}
 * @param projectId null: it is the tenant's
 * @param external recorded only: it was deployed by other means
 * @param bundleDigest {@code sha256:} and 64 hexadecimal digits; null while it has no bundle
 * @param createdBy null when no person did
 */
public record ReleaseDetails(
    ReleaseId id,
    String releaseId,
    ProjectId projectId,
    String version,
    String name,
    String description,
    String releaseNotes,
    ReleaseStatus status,
    boolean external,
    String bundleDigest,
    UserId createdBy,
    Instant createdAt,
    Instant updatedAt) {}
