package org.freehold.web.platform;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.freehold.platform.Problem;

/**
 * A request whose body ends at a limit, whether its length was announced or not; and which may have
 * been read before.
 */
final class LimitedRequest extends HttpServletRequestWrapper {
  private final long most;
  private final Supplier<Problem> tooLong;
  private byte[] whole;

  LimitedRequest(HttpServletRequest request, long most, Supplier<Problem> tooLong) {
    super(request);
    this.most = most;
    this.tooLong = tooLong;
    if (request.getContentLengthLong() > most) {
      throw tooLong.get();
    }
  }

  /** Reads the body into memory; it can be read again from there. */
  byte[] whole() throws IOException {
    if (whole == null) {
      whole = new Limited(super.getInputStream()).readAllBytes();
    }
    return whole;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Limited(whole == null ? super.getInputStream() : new ByteArrayInputStream(whole));
  }

  private final class Limited extends ServletInputStream {
    private final InputStream in;
    private long read;

    Limited(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int bytes) {
      read += bytes;
      if (read > most) {
        throw tooLong.get();
      }
    }

    @Override
    public boolean isFinished() {
      return in instanceof ServletInputStream stream ? stream.isFinished() : read >= whole.length;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("Bodies are read by blocking calls here");
    }
  }
}
