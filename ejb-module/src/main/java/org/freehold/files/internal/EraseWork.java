package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.freehold.files.FileId;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/** Removes the bytes of a file that is gone. */
@ApplicationScoped
public class EraseWork implements WorkHandler {
  public static final String KIND = "file.erase";

  @Inject private Storages storages;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) throws IOException {
    storages.current().delete(item.tenant(), new FileId(item.subject()));
  }
}
