package org.freehold.files;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.freehold.platform.Text;
import org.freehold.projects.ProjectId;
import org.freehold.projects.TaskId;

/**
 * What an uploader says of a file.
 *
 * @param projectId null: the file is the tenant's
 * @param taskId of a task in that project, or null
 */
public record FileFields(
    @NotNull FileName name,
    @Size(max = Text.DESCRIPTION) String description,
    ProjectId projectId,
    TaskId taskId) {
  public FileFields {
    if (taskId != null && projectId == null) {
      throw new IllegalArgumentException("A task is in a project");
    }
  }
}
