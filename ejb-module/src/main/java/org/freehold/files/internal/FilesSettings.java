package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.tenancy.TenantTier;

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

  @Inject
  @ConfigProperty(name = "freehold.files.quota-bytes-free")
  long quotaFree;

  @Inject
  @ConfigProperty(name = "freehold.files.quota-bytes-starter")
  long quotaStarter;

  @Inject
  @ConfigProperty(name = "freehold.files.quota-bytes-professional")
  long quotaProfessional;

  @Inject
  @ConfigProperty(name = "freehold.files.quota-bytes-enterprise")
  long quotaEnterprise;

  @Inject
  @ConfigProperty(name = "freehold.files.quota-bytes-custom")
  long quotaCustom;

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

  /** Bytes of all files together; empty: as many as one likes. */
  Optional<Long> quotaBytes(TenantTier tier) {
    long bytes =
        switch (tier) {
          case FREE -> quotaFree;
          case STARTER -> quotaStarter;
          case PROFESSIONAL -> quotaProfessional;
          case ENTERPRISE -> quotaEnterprise;
          case CUSTOM -> quotaCustom;
        };
    return bytes == 0 ? Optional.empty() : Optional.of(bytes);
  }

  private static List<String> listed(String types) {
    return Arrays.stream(types.split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }
}
