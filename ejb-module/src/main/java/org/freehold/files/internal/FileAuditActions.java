package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;

/** What the trail tells of files. */
@ApplicationScoped
public class FileAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("file.uploaded", "A file was uploaded.").relevant(),
        AuditAction.of("file.deleted", "A file was deleted.").relevant());
  }
}
