package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.files.BucketAccess;
import org.freehold.platform.SecretSetting;

/** Where the S3-compatible storage is and how one signs in there. */
@ApplicationScoped
public class S3Settings {
  @Inject
  @ConfigProperty(name = "freehold.files.s3.bucket")
  Optional<String> bucket;

  @Inject
  @ConfigProperty(name = "freehold.files.s3.endpoint")
  Optional<String> endpoint;

  @Inject
  @ConfigProperty(name = "freehold.files.s3.region")
  String region;

  @Inject
  @ConfigProperty(name = "freehold.files.s3.access-key")
  Optional<String> accessKey;

  @Inject
  @ConfigProperty(name = "freehold.files.s3.secret-key")
  Optional<String> secretKey;

  @Inject
  @ConfigProperty(name = "freehold.files.s3.secret-key-file")
  Optional<String> secretKeyFile;

  @Inject
  @ConfigProperty(name = "freehold.files.s3.path-style")
  boolean pathStyle;

  String bucket() {
    return required(bucket, "FREEHOLD_FILES_S3_BUCKET");
  }

  BucketAccess access() {
    return new BucketAccess(
        bucket(),
        endpoint.map(URI::create),
        region,
        required(accessKey, "FREEHOLD_FILES_S3_ACCESS_KEY"),
        SecretSetting.of(secretKey, secretKeyFile)
            .orElseThrow(() -> missing("FREEHOLD_FILES_S3_SECRET_KEY_FILE")),
        pathStyle);
  }

  private static String required(Optional<String> value, String name) {
    return value.orElseThrow(() -> missing(name));
  }

  private static IllegalStateException missing(String name) {
    return new IllegalStateException("The storage s3 needs " + name);
  }
}
