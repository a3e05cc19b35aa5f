package org.freehold.files.internal;

import java.time.Duration;
import org.freehold.files.BucketAccess;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Speaks S3 in the way that storages other than Amazon's understand too. */
public final class S3Clients {
  private S3Clients() {}

  static S3Client of(BucketAccess access) {
    return builder(access).build();
  }

  /** One that gives up a call with all its tries after that long. */
  public static S3Client of(BucketAccess access, Duration longestCall) {
    return builder(access)
        .overrideConfiguration(calls -> calls.apiCallTimeout(longestCall))
        .build();
  }

  private static S3ClientBuilder builder(BucketAccess access) {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .region(Region.of(access.region()))
            .forcePathStyle(access.pathStyle())
            // Newer checksums are Amazon's own; what other storages take is signed all the same.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(access.accessKey(), access.secretKey())));
    access.endpoint().ifPresent(builder::endpointOverride);
    return builder;
  }
}
