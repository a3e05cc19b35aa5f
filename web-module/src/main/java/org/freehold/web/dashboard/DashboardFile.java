package org.freehold.web.dashboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the dashboard as it is sent.
 *
 * @param hash of the content: the builds have one time stamp for all files, so dates tell nothing
 */
record DashboardFile(String type, byte[] plain, byte[] zipped, String hash) {

  static DashboardFile read(String type, InputStream in) throws IOException {
    byte[] plain = in.readAllBytes();
    return new DashboardFile(type, plain, zip(plain), digest(plain));
  }

  /** The two forms are different bytes, and so have tags of their own (RFC 9110, 8.8.3.3). */
  String etag(boolean zipped) {
    return '"' + hash + (zipped ? "-gzip" : "") + '"';
  }

  private static byte[] zip(byte[] plain) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(plain);
    }
    return zipped.toByteArray();
  }

  private static String digest(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
