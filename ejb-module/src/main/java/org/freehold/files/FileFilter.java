package org.freehold.files;

import org.freehold.platform.UserId;
import org.freehold.projects.ProjectId;
import org.freehold.projects.TaskId;

/**
 * What a list of files is narrowed to; null: not narrowed.
 *
 * @param contentType a type, or all of a kind as in {@code image/*}
 * @param q text that the name contains, in upper or lower case
 */
public record FileFilter(
    ProjectId projectId, TaskId taskId, String contentType, UserId uploadedBy, String q) {
  FileFilter in(ProjectId project) {
    return new FileFilter(project, taskId, contentType, uploadedBy, q);
  }
}
