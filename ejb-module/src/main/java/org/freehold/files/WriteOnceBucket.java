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
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int NOT_IMPLEMENTED = 501;

  /** The storage answered, and did not take this text; it may take others. */
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private Refused(String message) {
      super(message);
    }

    private Refused(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** What a key holds; without a text it is missing, or may not be read. */
  private record Held(Optional<String> text, boolean isMissing) {}

  private final String bucket;
  private final S3Client client;

  public WriteOnceBucket(BucketAccess access) {
    bucket = access.bucket();
    client = S3Clients.of(access, LONGEST_CALL);
  }

  /**
   * Returns when the text is there. Empty: as it was given; else what was there before and stays.
   * {@link Refused} when the storage answers and does not take it, also when something is there
   * that may not be read; another IOException when it does not answer.
   */
  public Optional<String> putNew(String key, String text) throws IOException {
    try {
      // Asked before, as some storages know no condition and would overwrite.
      Held held = held(key);
      if (held.text().isEmpty()) {
        if (isPut(key, text, held.isMissing())) {
          return Optional.empty();
        }
        held = held(key);
      }
      String there =
          held.text()
              .orElseThrow(() -> new Refused(key + " is there already, and may not be read"));
      return Optional.of(there).filter(other -> !other.equals(text));
    } catch (S3Exception e) {
      throw new Refused(notTaken(key) + "status " + e.statusCode(), e);
    } catch (SdkException e) {
      throw new IOException(notTaken(key) + e.getClass().getSimpleName(), e);
    }
  }

  /**
   * False when another was there first. A storage that knows no condition gets the text only when
   * nothing can be overwritten.
   */
  private boolean isPut(String key, String text, boolean isMissing) {
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
      if (e.statusCode() == NOT_IMPLEMENTED && isMissing) {
        client.putObject(put.toBuilder().ifNoneMatch(null).build(), body);
        return true;
      }
      if (e.statusCode() == PRECONDITION_FAILED) {
        return false;
      }
      throw e;
    }
  }

  /**
   * What is missing may not be read either, says a storage to who may not list: only the put tells
   * then whether something is there.
   */
  private Held held(String key) {
    try {
      byte[] bytes =
          client
              .getObjectAsBytes(get -> get.bucket(bucket).key(key).range("bytes=0-" + LONGEST))
              .asByteArray();
      return new Held(Optional.of(new String(bytes, StandardCharsets.UTF_8)), false);
    } catch (NoSuchKeyException e) {
      return new Held(Optional.empty(), true);
    } catch (S3Exception e) {
      return switch (e.statusCode()) {
        // Nothing has no first byte.
        case RANGE_NOT_SATISFIABLE -> new Held(Optional.of(""), false);
        case FORBIDDEN -> new Held(Optional.empty(), false);
        default -> throw e;
      };
    }
  }

  private static String notTaken(String key) {
    return "The storage did not take " + key + ": ";
  }

  @Override
  public void close() {
    client.close();
  }
}
