package org.freehold.web.files;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.freehold.files.FileDetails;

/** What a client can hold its copy against (RFC 9110 §8.8 and §13): the digest is the ETag. */
record Validators(String etag, String lastModified) {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  Validators(FileDetails file) {
    this("\"" + file.sha256() + "\"", HTTP_DATE.format(file.createdAt()));
  }

  /** Also when there is none. */
  boolean holdsIfMatch(HttpHeaders headers) {
    String tags = headers.getHeaderString(HttpHeaders.IF_MATCH);
    return tags == null || names(tags, "");
  }

  /** The client has it already. */
  boolean holdsIfNoneMatch(HttpHeaders headers) {
    String tags = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    return tags != null && names(tags, "W/");
  }

  /** Also when there is none; a weak tag or another date never holds. */
  boolean holdsIfRange(HttpHeaders headers) {
    String validator = headers.getHeaderString("If-Range");
    return validator == null
        || validator.strip().equals(etag)
        || validator.strip().equals(lastModified);
  }

  /** A tag that begins so is compared without its beginning. */
  private boolean names(String tags, String ignored) {
    return Arrays.stream(tags.split(","))
        .map(String::strip)
        .map(tag -> tag.startsWith(ignored) ? tag.substring(ignored.length()) : tag)
        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
  }
}
