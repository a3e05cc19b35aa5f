package org.freehold.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/**
 * A syslog server on this machine: messages with their length before them, until the sender is
 * done.
 */
final class SyslogServer implements AutoCloseable {
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<IOException> broken = new CopyOnWriteArrayList<>();
  private final ServerSocket listening;

  SyslogServer(ServerSocketFactory sockets, int port) throws IOException {
    listening = sockets.createServerSocket(port, 20, InetAddress.getLoopbackAddress());
    Thread serving = new Thread(this::serve, "syslog-" + listening.getLocalPort());
    serving.setDaemon(true);
    serving.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  List<String> messages() {
    return List.copyOf(messages);
  }

  /** What went wrong while somebody was connected. */
  List<IOException> broken() {
    return List.copyOf(broken);
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket socket = listening.accept()) {
        read(socket.getInputStream());
      } catch (IOException e) {
        if (!listening.isClosed()) {
          broken.add(e);
        }
      }
    }
  }

  private void read(InputStream in) throws IOException {
    int length = length(in);
    while (length > 0) {
      byte[] message = in.readNBytes(length);
      if (message.length < length) {
        throw new IOException("Only " + message.length + " of " + length + " bytes came");
      }
      messages.add(new String(message, StandardCharsets.UTF_8));
      length = length(in);
    }
  }

  /** RFC 6587 3.4.1; 0 at the end. */
  private static int length(InputStream in) throws IOException {
    int length = 0;
    int next = in.read();
    while (next != ' ' && next >= 0) {
      if (next < '0' || next > '9') {
        throw new IOException("No length, but " + next);
      }
      length = length * 10 + next - '0';
      next = in.read();
    }
    return length;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
