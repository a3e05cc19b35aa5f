package org.freehold.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file, readable by its writer alone, in which nothing is written unredacted. */
final class SupportBundle implements AutoCloseable {
  /** The end of a log tells most. */
  private static final long MOST_BYTES = 5 * 1024 * 1024;

  private final ZipOutputStream zip;
  private final Collection<String> secrets;

  private SupportBundle(ZipOutputStream zip, Collection<String> secrets) {
    this.zip = zip;
    this.secrets = secrets;
  }

  static SupportBundle create(Path file, Collection<String> secrets) throws IOException {
    return new SupportBundle(new ZipOutputStream(PrivateFile.create(file)), secrets);
  }

  void add(String name, String text) throws IOException {
    write(name, new BufferedReader(new StringReader(text)));
  }

  /** The last 5 MB of a file. */
  void addEnd(String name, Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long skipped = Math.max(0, channel.size() - MOST_BYTES);
      channel.position(skipped);
      InputStream bytes = Channels.newInputStream(channel);
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      if (skipped > 0) {
        // Half a line may hold half a secret, which nothing recognises.
        lines.readLine();
      }
      write(name, lines);
    }
  }

  private void write(String name, BufferedReader lines) throws IOException {
    Redaction redaction = new Redaction(secrets);
    zip.putNextEntry(new ZipEntry(name));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      zip.write((redaction.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
