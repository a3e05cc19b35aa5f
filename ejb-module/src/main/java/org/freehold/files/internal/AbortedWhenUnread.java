package org.freehold.files.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/**
 * The content of an object. Closed before its end, the connection is given up, as reading what
 * nobody wants would take as long as the object is.
 */
final class AbortedWhenUnread extends FilterInputStream {
  private final ResponseInputStream<?> response;
  private long left;

  AbortedWhenUnread(ResponseInputStream<?> response, long length) {
    super(response);
    this.response = response;
    left = length;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    left -= next < 0 ? 0 : 1;
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int wanted) throws IOException {
    int count = super.read(buffer, offset, wanted);
    left -= Math.max(0, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    if (left > 0) {
      response.abort();
    } else {
      response.close();
    }
  }
}
