package org.freehold.files.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.freehold.files.FileId;
import org.freehold.files.FileStorage;
import org.freehold.platform.TenantId;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects {@code {tenant}/{id}} in a bucket of an S3-compatible storage. What is longer than one
 * part goes up in parts, of which one at a time is in memory; the object is there when all are.
 */
@ApplicationScoped
public class S3Bucket implements FileStorage {
  /** The least that S3 takes for a part that is not the last. */
  private static final int PART = 5 * 1024 * 1024;

  @Inject private S3Settings settings;
  private volatile S3Client client;

  @Override
  public String kind() {
    return "s3";
  }

  @Override
  public void write(TenantId tenant, FileId file, InputStream bytes) throws IOException {
    String key = key(tenant, file);
    byte[] part = new byte[PART];
    int length = bytes.readNBytes(part, 0, PART);
    try {
      if (length < PART) {
        client().putObject(put -> put.bucket(settings.bucket()).key(key), body(part, length));
      } else {
        writeInParts(key, bytes, part);
      }
    } catch (SdkException e) {
      throw new IOException("The storage did not take " + key, e);
    }
  }

  private void writeInParts(String key, InputStream bytes, byte[] part) throws IOException {
    String upload =
        client().createMultipartUpload(u -> u.bucket(settings.bucket()).key(key)).uploadId();
    boolean complete = false;
    try {
      List<CompletedPart> parts = new ArrayList<>();
      int length = PART;
      while (length > 0) {
        parts.add(writePart(key, upload, parts.size() + 1, body(part, length)));
        length = bytes.readNBytes(part, 0, PART);
      }
      client()
          .completeMultipartUpload(
              u ->
                  u.bucket(settings.bucket())
                      .key(key)
                      .uploadId(upload)
                      .multipartUpload(all -> all.parts(parts)));
      complete = true;
    } finally {
      if (!complete) {
        abort(key, upload);
      }
    }
  }

  private CompletedPart writePart(String key, String upload, int number, RequestBody body) {
    String etag =
        client()
            .uploadPart(
                p -> p.bucket(settings.bucket()).key(key).uploadId(upload).partNumber(number), body)
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  private void abort(String key, String upload) {
    client().abortMultipartUpload(u -> u.bucket(settings.bucket()).key(key).uploadId(upload));
  }

  private static RequestBody body(byte[] bytes, int length) {
    return RequestBody.fromInputStream(new ByteArrayInputStream(bytes, 0, length), length);
  }

  @Override
  public InputStream read(TenantId tenant, FileId file, long from, long length) throws IOException {
    String key = key(tenant, file);
    if (length == 0) {
      return InputStream.nullInputStream();
    }
    try {
      String range = "bytes=" + from + "-" + (from + length - 1);
      return new AbortedWhenUnread(
          client().getObject(get -> get.bucket(settings.bucket()).key(key).range(range)), length);
    } catch (NoSuchKeyException e) {
      NoSuchFileException missing = new NoSuchFileException(key);
      missing.initCause(e);
      throw missing;
    } catch (SdkException e) {
      throw new IOException("The storage did not give " + key, e);
    }
  }

  @Override
  public void delete(TenantId tenant, FileId file) throws IOException {
    String key = key(tenant, file);
    try {
      client().deleteObject(delete -> delete.bucket(settings.bucket()).key(key));
    } catch (SdkException e) {
      throw new IOException("The storage did not delete " + key, e);
    }
  }

  @Override
  public void olderThan(TenantId tenant, Instant moment, Consumer<List<FileId>> visitor)
      throws IOException {
    String folder = tenant.value() + "/";
    try {
      for (ListObjectsV2Response page :
          client()
              .listObjectsV2Paginator(
                  list -> list.bucket(settings.bucket()).prefix(folder).maxKeys(500))) {
        List<FileId> files =
            page.contents().stream()
                .filter(object -> object.lastModified().isBefore(moment))
                .map(S3Object::key)
                .map(key -> new FileId(UUID.fromString(key.substring(folder.length()))))
                .toList();
        if (!files.isEmpty()) {
          visitor.accept(files);
        }
      }
    } catch (SdkException e) {
      throw new IOException("The storage did not list " + folder, e);
    }
  }

  @Override
  public void removeUnfinished(TenantId tenant, Instant moment) throws IOException {
    String folder = tenant.value() + "/";
    try {
      for (MultipartUpload upload :
          client()
              .listMultipartUploads(list -> list.bucket(settings.bucket()).prefix(folder))
              .uploads()) {
        if (upload.initiated().isBefore(moment)) {
          abort(upload.key(), upload.uploadId());
        }
      }
    } catch (SdkException e) {
      throw new IOException("The storage did not list the uploads of " + folder, e);
    }
  }

  private static String key(TenantId tenant, FileId file) {
    return tenant.value() + "/" + file.value();
  }

  @Override
  public void probe() throws IOException {
    try {
      client().headBucket(head -> head.bucket(settings.bucket()));
    } catch (SdkException e) {
      throw new IOException("The bucket cannot be reached", e);
    }
  }

  /** Made when first needed: an installation with a local folder has none. */
  private S3Client client() {
    S3Client known = client;
    if (known == null) {
      synchronized (this) {
        known = client == null ? S3Clients.of(settings.access()) : client;
        client = known;
      }
    }
    return known;
  }

  @PreDestroy
  void close() {
    if (client != null) {
      client.close();
    }
  }
}
