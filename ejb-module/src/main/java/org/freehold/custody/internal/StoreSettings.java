package org.freehold.custody.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.files.BucketAccess;
import org.freehold.platform.SecretSetting;

/** The bucket that checkpoints are put into, which is best not that of the files. */
@ApplicationScoped
public class StoreSettings {
  private static final String NONE = "none";

  @Inject
  @ConfigProperty(name = "freehold.custody.s3.bucket")
  String bucket;

  @Inject
  @ConfigProperty(name = "freehold.custody.s3.prefix")
  Optional<String> prefix;

  @Inject
  @ConfigProperty(name = "freehold.custody.s3.endpoint")
  Optional<String> endpoint;

  @Inject
  @ConfigProperty(name = "freehold.custody.s3.region")
  String region;

  @Inject
  @ConfigProperty(name = "freehold.custody.s3.access-key")
  Optional<String> accessKey;

  @Inject
  @ConfigProperty(name = "freehold.custody.s3.secret-key")
  Optional<String> secretKey;

  @Inject
  @ConfigProperty(name = "freehold.custody.s3.secret-key-file")
  Optional<String> secretKeyFile;

  @Inject
  @ConfigProperty(name = "freehold.custody.s3.path-style")
  boolean pathStyle;

  @Inject
  @ConfigProperty(name = "freehold.custody.s3.retry-seconds")
  int retrySeconds;

  /** Refuses what cannot be meant when the server starts. */
  @PostConstruct
  void check() {
    if (retrySeconds < 1) {
      throw new IllegalStateException("freehold.custody.s3.retry-seconds is 1 or more.");
    }
    if (isConfigured()) {
      access();
    }
  }

  boolean isConfigured() {
    return !bucket.equals(NONE);
  }

  BucketAccess access() {
    return new BucketAccess(
        bucket,
        endpoint.map(URI::create),
        region,
        accessKey.orElseThrow(() -> missing("FREEHOLD_CUSTODY_S3_ACCESS_KEY")),
        SecretSetting.of(secretKey, secretKeyFile)
            .orElseThrow(() -> missing("FREEHOLD_CUSTODY_S3_SECRET_KEY_FILE")),
        pathStyle);
  }

  /** What keys begin with; nothing, or it ends with a slash. */
  String prefix() {
    return prefix.map(text -> text.endsWith("/") ? text : text + "/").orElse("");
  }

  /** After the first failure; it doubles, up to an hour. */
  public Duration retry() {
    return Duration.ofSeconds(retrySeconds);
  }

  private static IllegalStateException missing(String name) {
    return new IllegalStateException("The store of checkpoints needs " + name);
  }
}
