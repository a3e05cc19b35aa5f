package org.freehold.files;

import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;
import org.freehold.platform.OrNull;
import org.freehold.platform.UserId;
import org.freehold.projects.ProjectId;
import org.freehold.projects.TaskId;

/** What others may hear of files. */
public final class FileEvents {
  private FileEvents() {}

  /** The content is got from the API, by those who may. */
  @EventType(value = "file.uploaded", description = "A file was uploaded.")
  public record Uploaded(
      FileId id,
      @OrNull ProjectId projectId,
      @OrNull TaskId taskId,
      String name,
      String contentType,
      long sizeBytes,
      String sha256,
      @OrNull UserId uploadedBy)
      implements DomainEvent {
    static Uploaded of(FileDetails file) {
      return new Uploaded(
          file.id(),
          file.projectId(),
          file.taskId(),
          file.name(),
          file.contentType(),
          file.sizeBytes(),
          file.sha256(),
          file.uploadedBy());
    }
  }
}
