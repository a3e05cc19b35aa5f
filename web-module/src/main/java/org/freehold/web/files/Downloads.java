package org.freehold.web.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.freehold.files.FileContents;
import org.freehold.files.FileDetails;
import org.freehold.files.ReadableFile;
import org.freehold.platform.Stale;

/**
 * Answers with the content of a file. The service's transaction is over when the first byte goes
 * out.
 */
@ApplicationScoped
public class Downloads {
  @Inject private FileContents contents;

  Response get(ReadableFile file, HttpHeaders headers) {
    Validators validators = new Validators(file.details());
    if (!validators.holdsIfMatch(headers)) {
      throw new Stale();
    }
    if (validators.holdsIfNoneMatch(headers)) {
      return described(304, file.details(), validators).build();
    }
    long size = file.details().sizeBytes();
    Optional<ByteRange> range =
        validators.holdsIfRange(headers)
            ? ByteRange.of(headers.getHeaderString("Range"), size)
            : Optional.empty();
    return range.map(part -> part(file, validators, part)).orElseGet(() -> whole(file, validators));
  }

  Response head(ReadableFile file, HttpHeaders headers) {
    Validators validators = new Validators(file.details());
    if (!validators.holdsIfMatch(headers)) {
      throw new Stale();
    }
    boolean known = validators.holdsIfNoneMatch(headers);
    Response.ResponseBuilder answer = described(known ? 304 : 200, file.details(), validators);
    return known
        ? answer.build()
        : answer
            .type(file.details().contentType())
            .header(HttpHeaders.CONTENT_LENGTH, file.details().sizeBytes())
            .build();
  }

  private Response whole(ReadableFile file, Validators validators) {
    long size = file.details().sizeBytes();
    return filled(described(200, file.details(), validators), file, 0, size);
  }

  private Response part(ReadableFile file, Validators validators, ByteRange range) {
    Response.ResponseBuilder answer =
        described(206, file.details(), validators)
            .header(
                "Content-Range",
                "bytes " + range.from() + "-" + range.to() + "/" + file.details().sizeBytes());
    return filled(answer, file, range.from(), range.length());
  }

  private Response filled(
      Response.ResponseBuilder answer, ReadableFile file, long from, long length) {
    InputStream bytes = contents.open(file, from, length);
    return answer
        .type(file.details().contentType())
        .header(HttpHeaders.CONTENT_LENGTH, length)
        .entity(new Transfer(bytes))
        .build();
  }

  private static Response.ResponseBuilder described(
      int status, FileDetails file, Validators validators) {
    return Response.status(status)
        .header("ETag", validators.etag())
        .header("Last-Modified", validators.lastModified())
        .header("Accept-Ranges", "bytes")
        .header("Cache-Control", "private, no-cache")
        .header("Content-Disposition", Disposition.attachment(file.name()))
        // Were it shown in spite of all, it could do nothing.
        .header("Content-Security-Policy", "default-src 'none'; sandbox");
  }
}
