package org.freehold.engine.transparency.bundle;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads a file of a bundle line by line, split at 0x0A only: leaves may hold other characters that
 * some readers take for the end of a line.
 */
final class Lines implements Closeable {
  private static final int LONGEST = 1 << 20;

  private final InputStream in;

  /** A file that is not there has no lines. */
  Lines(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    in =
        entry == null
            ? InputStream.nullInputStream()
            : new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
  }

  /** The bytes of the next line, or null. */
  byte[] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    int octet = in.read();
    if (octet < 0) {
      return null;
    }
    while (octet >= 0 && octet != '\n') {
      if (line.size() >= LONGEST) {
        throw new IOException("A line is longer than any leaf");
      }
      line.write(octet);
      octet = in.read();
    }
    return line.toByteArray();
  }

  /** The next bytes, or null when there are not that many. */
  byte[] next(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    return bytes.length == count ? bytes : null;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
