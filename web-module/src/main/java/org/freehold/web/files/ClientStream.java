package org.freehold.web.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.freehold.platform.Invalid;

/** What a client sends: it may break off, and that is no failure of a storage. */
final class ClientStream extends FilterInputStream {
  ClientStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int wanted) throws IOException {
    try {
      return super.read(buffer, offset, wanted);
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  static Invalid brokenOff(IOException cause) {
    Invalid problem =
        Invalid.at("", "multipart", "The body is no well-formed and complete multipart/form-data.");
    problem.initCause(cause);
    return problem;
  }
}
