package org.freehold.files;

import java.net.URI;
import java.util.Optional;

/**
 * A bucket of an S3-compatible storage and how one signs in there.
 *
 * @param endpoint empty: Amazon's own for the region
 * @param pathStyle whether the bucket is in the path of the address and not in the host name
 */
public record BucketAccess(
    String bucket,
    Optional<URI> endpoint,
    String region,
    String accessKey,
    String secretKey,
    boolean pathStyle) {
  /** Without the secret. */
  @Override
  public String toString() {
    return "BucketAccess of " + bucket;
  }
}
