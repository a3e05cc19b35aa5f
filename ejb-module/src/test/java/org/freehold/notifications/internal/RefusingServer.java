package org.freehold.notifications.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** An SMTP server that answers every recipient in one way. */
final class RefusingServer implements AutoCloseable {
  private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final String answer;

  RefusingServer(String answer) throws IOException {
    this.answer = answer;
    Thread serving = new Thread(this::serve, "refusing-smtp");
    serving.setDaemon(true);
    serving.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  private void serve() {
    try (Socket socket = listening.accept();
        OutputStream out = socket.getOutputStream();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      say(out, "220 ready");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        say(out, line.startsWith("RCPT") ? answer : line.startsWith("QUIT") ? "221 bye" : "250 ok");
      }
    } catch (SocketException e) {
      // Closed while somebody listened: the end of the test.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
