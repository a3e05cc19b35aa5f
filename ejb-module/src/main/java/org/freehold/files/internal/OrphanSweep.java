package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.freehold.files.FileId;
import org.freehold.files.FileStorage;
import org.freehold.platform.TenantId;

/** Compares the storage with the rows, and removes what no row names. */
@ApplicationScoped
public class OrphanSweep {
  @Inject private Storages storages;
  @Inject private KnownFiles known;
  @Inject private FilesSettings settings;
  @Inject private Clock clock;

  /** Answers how many were removed. */
  public int run(TenantId tenant) throws IOException {
    FileStorage storage = storages.current();
    Instant before = clock.instant().minus(settings.orphanAge());
    AtomicInteger removed = new AtomicInteger();
    storage.removeUnfinished(tenant, before);
    storage.olderThan(
        tenant, before, files -> removed.addAndGet(removeUnknown(storage, tenant, files)));
    return removed.get();
  }

  private int removeUnknown(FileStorage storage, TenantId tenant, List<FileId> files) {
    Set<FileId> rows = known.among(tenant, files);
    List<FileId> orphans = files.stream().filter(file -> !rows.contains(file)).toList();
    try {
      for (FileId orphan : orphans) {
        storage.delete(tenant, orphan);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return orphans.size();
  }
}
