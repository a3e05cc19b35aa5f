package org.freehold.files;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.freehold.files.internal.EraseWork;
import org.freehold.files.internal.FileQuota;
import org.freehold.files.internal.FileRepository;
import org.freehold.files.internal.StoredFile;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.LegalHolds;
import org.freehold.platform.NotFound;
import org.freehold.platform.On;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.VisibleProjects;
import org.freehold.platform.persistence.Condition;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.work.WorkQueue;
import org.freehold.projects.ProjectId;

/** The files of the tenant and of the projects that the caller may see. */
@Stateless
@Guarded
public class Files {
  @Inject private FileRepository files;
  @Inject private VisibleProjects projects;
  @Inject private FileQuota quota;
  @Inject private WorkQueue work;
  @Inject private LegalHolds holds;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  @RequiresPermission("files:read")
  public Page<FileDetails> list(FileFilter filter, PageRequest page) {
    return files.list(CurrentCall.tenantId(), filter, visible(), page);
  }

  @RequiresPermission("files:read")
  public Page<FileDetails> listIn(
      @On("project") ProjectId project, FileFilter filter, PageRequest page) {
    return list(filter.in(project), page);
  }

  @RequiresPermission("files:read")
  public FileDetails details(@On("file") FileId id) {
    return find(id).details();
  }

  /** Lets the caller read the bytes, from {@link FileContents}. */
  @RequiresPermission("files:read")
  public ReadableFile readable(@On("file") FileId id) {
    return new ReadableFile(find(id).details());
  }

  /** Removes the file; its bytes leave the storage soon after the commit. */
  @RequiresPermission("files:write")
  @Audited(value = "file.deleted", complianceRelevant = true)
  public void delete(@On("file") FileId id) {
    StoredFile file = find(id);
    FileDetails before = file.details();
    UUID project = before.projectId() == null ? null : before.projectId().value();
    UUID person = before.uploadedBy() == null ? null : before.uploadedBy().value();
    changes.about("file", id.value()).inProject(project);
    holds.refuseDeletionOf(
        new LegalHolds.Doomed("files", person, project, before.createdAt(), before.createdAt()));
    files.remove(file);
    work.schedule(EraseWork.KIND, CurrentCall.tenantId(), id.value(), clock.instant());
    changes.before(before);
  }

  /** Counts the files that the caller may see. */
  @RequiresPermission("files:read")
  public FileFigures figures() {
    return files.figures(CurrentCall.tenantId(), visible(), quota.limit().orElse(null));
  }

  private Condition visible() {
    return projects.ofThings("files", "f.projectId", "f.id");
  }

  private StoredFile find(FileId id) {
    return files.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("file"));
  }
}
