package org.freehold.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.freehold.platform.CurrentCall;
import org.freehold.retention.internal.ArchiveStore;

/** Gives the content of archives, outside of any transaction. */
@ApplicationScoped
public class ArchiveContents {
  @Inject private RetentionArchives archives;
  @Inject private ArchiveStore store;

  /** The bundle as its certificate tells it; whoever takes the file deletes it. */
  public Path open(RetentionArchiveId id) throws IOException {
    StoredArchive stored = archives.export(id);
    Path file =
        store.read(CurrentCall.tenantId(), stored.file(), stored.sealedKey(), stored.bytes());
    if (!ArchiveStore.digest(file).equals(stored.sha256())) {
      Files.delete(file);
      throw new IOException("The archive " + id.value() + " is not the one that was certified");
    }
    return file;
  }
}
