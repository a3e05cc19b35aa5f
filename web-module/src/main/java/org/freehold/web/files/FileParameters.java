package org.freehold.web.files;

import jakarta.ws.rs.QueryParam;
import org.freehold.files.FileFilter;
import org.freehold.platform.UserId;
import org.freehold.projects.ProjectId;
import org.freehold.projects.TaskId;

/** The filters of the lists of files. */
public class FileParameters {
  @QueryParam("task_id")
  private TaskId taskId;

  @QueryParam("content_type")
  private String contentType;

  @QueryParam("uploaded_by")
  private UserId uploadedBy;

  @QueryParam("q")
  private String q;

  /** The project may be null: files of all of them. */
  FileFilter filter(ProjectId project) {
    return new FileFilter(project, taskId, contentType, uploadedBy, q);
  }
}
