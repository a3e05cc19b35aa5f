package org.freehold.audit.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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

  @Inject
  @ConfigProperty(name = "freehold.mode")
  String mode;

  @PostConstruct
  void check() {
    if (mode.equals("production") && !checkpointsFolder().isAbsolute()) {
      throw new IllegalStateException(
          "freehold.audit.checkpoints-folder must be an absolute path: another on each node remembers nothing");
    }
  }

  /** What the logs are to be called; what {@link LogOrigin} remembers counts. */
  String origin() {
    return origin;
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
