package org.freehold.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.platform.TenantId;

/** Settings of the trail. */
@ApplicationScoped
public class AuditSettings {
  @Inject
  @ConfigProperty(name = "freehold.audit.origin")
  String origin;

  @Inject
  @ConfigProperty(name = "freehold.audit.seal-milliseconds")
  int sealMillis;

  @Inject
  @ConfigProperty(name = "freehold.audit.checkpoint-seconds")
  int checkpointSeconds;

  @Inject
  @ConfigProperty(name = "freehold.audit.announce-minutes")
  int announceMinutes;

  @Inject
  @ConfigProperty(name = "freehold.audit.checkpoints-folder")
  String checkpointsFolder;

  /**
   * The origin line of the tenant's log (C2SP checkpoints): it must never change once events exist.
   */
  public String logOf(TenantId tenant) {
    return origin + "/t/" + tenant.value();
  }

  /** Between two looks for events that are not in their tree yet. */
  public Duration sealPause() {
    return Duration.ofMillis(sealMillis);
  }

  /** How long after a tree began to grow its next checkpoint is signed, if nobody asks before. */
  public Duration checkpointPause() {
    return Duration.ofSeconds(checkpointSeconds);
  }

  /** Between two checkpoints of a tenant that webhooks hear of. */
  public Duration announcePause() {
    return Duration.ofMinutes(announceMinutes);
  }

  /** Where the newest checkpoint of each log is remembered, outside the database. */
  public Path checkpointsFolder() {
    return Path.of(checkpointsFolder);
  }
}
