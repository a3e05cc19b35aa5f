package org.freehold.files;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import org.freehold.files.internal.FileQuota;
import org.freehold.files.internal.FileRepository;
import org.freehold.files.internal.StoredFile;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAudited;
import org.freehold.platform.On;
import org.freehold.platform.OnNew;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.Uuid7;
import org.freehold.projects.ProjectId;
import org.freehold.projects.Tasks;

/**
 * Uploads in two steps: a permit before the bytes come, and the file when they are stored. The
 * second checks everything again: minutes may have passed.
 */
@Stateless
@Guarded
public class FileUploads {
  @Inject private FileRepository files;
  @Inject private FileQuota quota;
  @Inject private Tasks tasks;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /**
   * A permit for a file of so many bytes, 0 when nobody knows, in the project; null for a file of
   * the tenant.
   */
  @RequiresPermission("files:write")
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public UploadPermit permit(@On("project") @OnNew("file") ProjectId project, long announcedBytes) {
    quota.requireRoom(CurrentCall.tenantId(), announcedBytes);
    return new UploadPermit(new FileId(Uuid7.next()));
  }

  /**
   * Makes the file whose bytes are stored, in the project, which must be the one that the fields
   * name; null for a file of the tenant.
   */
  @RequiresPermission("files:write")
  @Audited(value = "file.uploaded", complianceRelevant = true)
  public FileDetails add(
      @On("project") @OnNew("file") ProjectId project, FileFields fields, ReceivedContent content) {
    if (!Objects.equals(project, fields.projectId())) {
      throw new IllegalArgumentException("The fields name another project than " + project);
    }
    if (fields.taskId() != null
        && !tasks.details(fields.taskId()).projectId().equals(fields.projectId())) {
      throw Invalid.at("task_id", "unknown", "There is no such task in this project.");
    }
    return added(fields, content);
  }

  private FileDetails added(FileFields fields, ReceivedContent content) {
    StoredFile file = new StoredFile(CurrentCall.get(), fields, content, clock.instant());
    files.add(file);
    quota.requireKept(CurrentCall.tenantId(), content.sizeBytes());
    FileDetails details = file.details();
    changes
        .about("file", details.id().value())
        .inProject(details.projectId() == null ? null : details.projectId().value())
        .after(details);
    events.fire(FileEvents.Uploaded.of(details));
    return details;
  }
}
