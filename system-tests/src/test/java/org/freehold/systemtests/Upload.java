package org.freehold.systemtests;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** A multipart/form-data body with a file, sent whole or as it comes. */
final class Upload {
  static final String BOUNDARY = "a-boundary-of-tests";

  private final String name;
  private final Supplier<InputStream> content;
  private final List<String> before = new ArrayList<>();
  private final List<String> after = new ArrayList<>();

  private Upload(String name, Supplier<InputStream> content) {
    this.name = name;
    this.content = content;
  }

  static Upload of(String name, byte[] content) {
    return new Upload(name, () -> new ByteArrayInputStream(content));
  }

  static Upload of(String name, String content) {
    return of(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Of so many bytes that are made while they are sent. */
  static Upload large(String name, long length) {
    return new Upload(name, () -> new Pattern(length));
  }

  /** A small text; the names and values of other parts in turn. Answers the id of the file. */
  static String text(Api api, String... parts) {
    Upload upload = of(Fixtures.unique("note") + ".txt", "Some text.\n");
    for (int i = 0; i < parts.length; i += 2) {
      upload.with(parts[i], parts[i + 1]);
    }
    return upload.to(api).is(201).id();
  }

  Upload with(String part, String value) {
    before.add(part(part, value));
    return this;
  }

  Upload withAfter(String part, String value) {
    after.add(part(part, value));
    return this;
  }

  Answer to(Api api) {
    return typed(api).send("POST", "/api/files", whole());
  }

  /** Without saying how long it is. */
  Answer chunkedTo(Api api) {
    return typed(api).send("POST", "/api/files", BodyPublishers.ofInputStream(this::body));
  }

  static Api typed(Api api) {
    return api.with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
  }

  private BodyPublisher whole() {
    return BodyPublishers.ofByteArray(bytes());
  }

  byte[] bytes() {
    try (InputStream body = body()) {
      return body.readAllBytes();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  InputStream body() {
    String head =
        String.join("", before)
            + "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: image/png\r\n\r\n";
    String tail = "\r\n" + String.join("", after) + "--" + BOUNDARY + "--\r\n";
    return new SequenceInputStream(
        Collections.enumeration(List.of(stream(head), content.get(), stream(tail))));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String part(String name, String value) {
    return "--"
        + BOUNDARY
        + "\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + value
        + "\r\n";
  }

  /** Bytes that tell their position, so that a mistaken range shows. */
  static final class Pattern extends InputStream {
    private final long length;
    private long position;

    Pattern(long length) {
      this.length = length;
    }

    static byte at(long position) {
      return (byte) (position * 31 + (position >> 8) * 17 + (position >> 16) * 7);
    }

    @Override
    public int read() {
      return position == length ? -1 : at(position++) & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int wanted) {
      if (position == length) {
        return -1;
      }
      int count = (int) Math.min(wanted, length - position);
      for (int i = 0; i < count; i++) {
        buffer[offset + i] = at(position++);
      }
      return count;
    }
  }
}
