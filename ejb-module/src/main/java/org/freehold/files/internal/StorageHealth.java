package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.freehold.files.FileStorage;
import org.freehold.platform.HealthCheck;

/** Asks the storage of files. Only files need it, so traffic need not stay away without. */
@ApplicationScoped
public class StorageHealth implements HealthCheck {
  @Inject private Storages storages;

  @Override
  public String name() {
    return "file_storage";
  }

  @Override
  public Map<String, Object> check() throws IOException {
    FileStorage storage = storages.current();
    storage.probe();
    return Map.of("kind", storage.kind());
  }

  @Override
  public boolean neededForReadiness() {
    return false;
  }
}
