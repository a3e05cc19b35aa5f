package org.freehold.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.freehold.files.FileTooLarge;

/** Counts and digests what flows through, and ends it with {@link FileTooLarge} at a limit. */
public final class MeasuredStream extends InputStream {
  private final InputStream in;
  private final long most;
  private final MessageDigest digest;
  private long length;

  public MeasuredStream(InputStream in, long most) {
    this.in = in;
    this.most = most;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int wanted) throws IOException {
    int count = in.read(buffer, offset, wanted);
    if (count > 0) {
      length += count;
      if (length > most) {
        throw new FileTooLarge(most);
      }
      digest.update(buffer, offset, count);
    }
    return count;
  }

  public long length() {
    return length;
  }

  /** Of all that flowed, as 64 hexadecimal digits; once. */
  public String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
