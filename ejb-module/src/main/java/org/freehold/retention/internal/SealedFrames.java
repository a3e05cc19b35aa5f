package org.freehold.retention.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.freehold.identity.Sealing;

/**
 * A long text under AES-256-GCM in frames, each with its number and whether it is the last, so that
 * none can be left out, put elsewhere or cut off. The key seals one text only, so a frame's number
 * is its nonce. A frame is four bytes of length and so many of ciphertext with its tag.
 */
final class SealedFrames extends InputStream {
  private static final int FRAME = 1 << 20;
  private static final int TAG = 16;

  private final InputStream clear;
  private final SecretKey key;
  private final String purpose;
  private ByteBuffer frame = ByteBuffer.allocate(0);
  private byte[] ahead;
  private long number;
  private boolean ended;

  private SealedFrames(InputStream clear, SecretKey key, String purpose) throws IOException {
    this.clear = clear;
    this.key = key;
    this.purpose = purpose;
    ahead = clear.readNBytes(FRAME);
  }

  /** The sealed form of what is read. */
  static InputStream sealed(InputStream clear, SecretKey key, String purpose) throws IOException {
    return new SealedFrames(clear, key, purpose);
  }

  /** How long the sealed form of so many bytes is. */
  static long length(long clear) {
    return clear + Math.max(1, (clear + FRAME - 1) / FRAME) * (4 + TAG);
  }

  @Override
  public int read() throws IOException {
    return fill() ? frame.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (!fill()) {
      return -1;
    }
    int length = Math.min(most, frame.remaining());
    frame.get(into, from, length);
    return length;
  }

  private boolean fill() throws IOException {
    if (frame.hasRemaining()) {
      return true;
    }
    if (ended) {
      return false;
    }
    byte[] now = ahead;
    ahead = clear.readNBytes(FRAME);
    ended = ahead.length == 0;
    byte[] body = cipher(Cipher.ENCRYPT_MODE, key, number, ended, purpose, now);
    number++;
    frame = ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).flip();
    return true;
  }

  /** Writes what was sealed; an IOException when a bit of it is another. */
  static void open(InputStream sealed, SecretKey key, String purpose, OutputStream out)
      throws IOException {
    byte[] head = sealed.readNBytes(4);
    for (long number = 0; head != null; number++) {
      if (head.length < 4) {
        throw new EOFException("The archive is cut off");
      }
      int length = ByteBuffer.wrap(head).getInt();
      if (length < TAG || length > FRAME + TAG) {
        throw new IOException("The archive is damaged");
      }
      byte[] body = sealed.readNBytes(length);
      byte[] next = sealed.readNBytes(4);
      boolean last = next.length == 0;
      try {
        out.write(cipher(Cipher.DECRYPT_MODE, key, number, last, purpose, body));
      } catch (IllegalStateException e) {
        throw damaged(e);
      }
      head = last ? null : next;
    }
  }

  /** Told where a run failed, which is by what has no cause: the cipher's would say less. */
  private static IOException damaged(IllegalStateException cipher) {
    IOException damaged = new IOException("The archive is damaged: it is not what was stored");
    damaged.addSuppressed(cipher);
    return damaged;
  }

  private static byte[] cipher(
      int mode, SecretKey key, long number, boolean last, String purpose, byte[] input) {
    byte[] nonce = ByteBuffer.allocate(12).putInt(0).putLong(number).array();
    return Sealing.cipher(mode, key, nonce, purpose + (last ? ":last" : ":more"), input);
  }
}
