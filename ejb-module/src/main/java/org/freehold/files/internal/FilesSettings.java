package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits of files, and which storage keeps them. */
@ApplicationScoped
public class FilesSettings {
  @Inject
  @ConfigProperty(name = "freehold.files.storage")
  String storage;

  @Inject
  @ConfigProperty(name = "freehold.files.folder")
  String folder;

  @Inject
  @ConfigProperty(name = "freehold.files.max-bytes")
  long maxBytes;

  @Inject
  @ConfigProperty(name = "freehold.files.allowed-types")
  String allowedTypes;

  @Inject
  @ConfigProperty(name = "freehold.files.forbidden-types")
  String forbiddenTypes;

  @Inject
  @ConfigProperty(name = "freehold.files.uploads-at-once")
  int uploadsAtOnce;

  @Inject
  @ConfigProperty(name = "freehold.files.orphan-minutes")
  long orphanMinutes;

  String storage() {
    return storage;
  }

  String folder() {
    return folder;
  }

  public long maxBytes() {
    return maxBytes;
  }

  List<String> allowedTypes() {
    return listed(allowedTypes);
  }

  List<String> forbiddenTypes() {
    return listed(forbiddenTypes);
  }

  int uploadsAtOnce() {
    return uploadsAtOnce;
  }

  /** An upload must not take as long: its bytes have no file until it ends. */
  Duration orphanAge() {
    return Duration.ofMinutes(orphanMinutes);
  }

  private static List<String> listed(String types) {
    return Arrays.stream(types.split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }
}
