package org.freehold.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.freehold.files.internal.S3Clients;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Small texts in a bucket that are written once: what is there is never overwritten. Slow, as the
 * network is: never called within a transaction.
 */
public final class WriteOnceBucket implements AutoCloseable {
  private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

  /** As many bytes of what is there are compared; what is longer is another text. */
  private static final int LONGEST = 65_536;

  private static final int FORBIDDEN = 403;
  private static final int PRECONDITION_FAILED = 412;
  private static final int NOT_IMPLEMENTED = 501;

  private final String bucket;
  private final S3Client client;

  public WriteOnceBucket(BucketAccess access) {
    bucket = access.bucket();
    client = S3Clients.of(access, LONGEST_CALL);
  }

  /**
   * Returns when the text is there. Empty: as it was given; else what was there before and stays.
   * An IOException when the storage does not answer, or refuses.
   */
  public Optional<String> putNew(String key, String text) throws IOException {
    try {
      // Asked before, as some storages know no condition and would overwrite.
      Optional<String> before = text(key);
      if (before.isEmpty() && !isPut(key, text)) {
        before = text(key);
      }
      return before.filter(there -> !there.equals(text));
    } catch (SdkException e) {
      throw new IOException("The storage did not take " + key + ": " + reason(e), e);
    }
  }

  /** False when another was there first. */
  private boolean isPut(String key, String text) {
    PutObjectRequest put =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .contentType("text/plain; charset=utf-8")
            .ifNoneMatch("*")
            .build();
    RequestBody body = RequestBody.fromString(text, StandardCharsets.UTF_8);
    try {
      client.putObject(put, body);
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_IMPLEMENTED) {
        client.putObject(put.toBuilder().ifNoneMatch(null).build(), body);
        return true;
      }
      if (e.statusCode() == PRECONDITION_FAILED) {
        return false;
      }
      throw e;
    }
  }

  /** Empty also when this key may write and not read. */
  private Optional<String> text(String key) {
    try {
      byte[] bytes =
          client
              .getObjectAsBytes(get -> get.bucket(bucket).key(key).range("bytes=0-" + LONGEST))
              .asByteArray();
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (S3Exception e) {
      if (e.statusCode() == FORBIDDEN) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static String reason(SdkException e) {
    return e instanceof S3Exception answer
        ? "status " + answer.statusCode()
        : e.getClass().getSimpleName();
  }

  @Override
  public void close() {
    client.close();
  }
}
