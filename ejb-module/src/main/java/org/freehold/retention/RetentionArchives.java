package org.freehold.retention;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.retention.internal.ArchiveRepository;
import org.freehold.retention.internal.RetentionArchive;

/** Where the events of the tenant of the call are that left its trail. */
@Stateless
@Guarded
public class RetentionArchives {
  @Inject private ArchiveRepository archives;
  @Inject private ChangeLog changes;

  /** {@code plan} null: of all. */
  @RequiresPermission("compliance:read")
  public Page<RetentionArchiveDetails> list(RetentionPlanId plan, PageRequest page) {
    return archives.list(CurrentCall.tenantId(), plan, page);
  }

  @RequiresPermission("compliance:read")
  public RetentionArchiveDetails details(RetentionArchiveId id) {
    return find(id).details();
  }

  /**
   * Lets the caller have its content, from {@link ArchiveContents}: all leaves, also of projects
   * that only some may see, so it is for those who administer.
   */
  @RequiresPermission("compliance:admin")
  @Audited(value = "retention_archive.exported", complianceRelevant = true)
  public StoredArchive export(RetentionArchiveId id) {
    RetentionArchive archive = find(id);
    changes.about("retention_archive", id.value());
    return archive.place();
  }

  private RetentionArchive find(RetentionArchiveId id) {
    return archives
        .byId(CurrentCall.tenantId(), id)
        .filter(RetentionArchive::isCertified)
        .orElseThrow(() -> new NotFound("archive"));
  }
}
