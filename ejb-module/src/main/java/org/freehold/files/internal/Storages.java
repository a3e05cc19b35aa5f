package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.freehold.files.FileStorage;

/** The storage that this installation is configured for. */
@ApplicationScoped
public class Storages {
  @Inject @Any private Instance<FileStorage> storages;
  @Inject private FilesSettings settings;

  /** An IllegalStateException when the configuration names none. */
  public FileStorage current() {
    return storages.stream()
        .filter(storage -> storage.kind().equals(settings.storage()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "freehold.files.storage is local or s3, not " + settings.storage()));
  }
}
