package org.freehold.web.files;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Content on its way to a client. One who goes away is no failure of ours; a storage that breaks
 * off is, and breaks the connection: what came must not look like the whole.
 */
record Transfer(InputStream content) implements StreamingOutput {
  private static final Logger LOG = System.getLogger(Transfer.class.getName());
  private static final int BUFFER = 32_768;

  @Override
  public void write(OutputStream client) throws IOException {
    try (content) {
      byte[] buffer = new byte[BUFFER];
      int count = content.read(buffer);
      while (count >= 0 && sent(client, buffer, count)) {
        count = content.read(buffer);
      }
    }
  }

  private static boolean sent(OutputStream client, byte[] buffer, int count) {
    try {
      client.write(buffer, 0, count);
      return true;
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "The client went away during a download", e);
      return false;
    }
  }
}
