package org.freehold.files;

import java.time.Instant;
import org.freehold.platform.UserId;
import org.freehold.projects.ProjectId;
import org.freehold.projects.TaskId;

/**
 * A file as the API tells it. A file never changes.
 *
 * @param projectId null: the file is the tenant's
 * @param taskId of a task in the project, or null
 * @param contentType what the content was found to be, whatever the client said
 * @param sha256 of the content, 64 hexadecimal digits
 * @param uploadedBy null when no person did
 */
public record FileDetails(
    FileId id,
    ProjectId projectId,
    TaskId taskId,
    String name,
    String description,
    String contentType,
    long sizeBytes,
    String sha256,
    UserId uploadedBy,
    Instant createdAt) {}
