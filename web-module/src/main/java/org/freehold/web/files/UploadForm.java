package org.freehold.web.files;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.freehold.platform.Text;
import org.freehold.projects.ProjectId;
import org.freehold.projects.TaskId;

/**
 * The parts of an upload, for the document.
 *
 * @param file the content, with a filename; best the last part
 * @param projectId absent: a file of the tenant
 */
public record UploadForm(
    @NotNull byte[] file,
    ProjectId projectId,
    TaskId taskId,
    @Size(max = Text.DESCRIPTION) String description) {}
