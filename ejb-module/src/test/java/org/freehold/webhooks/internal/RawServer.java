package org.freehold.webhooks.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver that may behave as badly as it likes. */
final class RawServer implements AutoCloseable {
  /** Answers on the connection once the head of the request has been read; ends with the write. */
  interface Manners {
    void answer(OutputStream out) throws Exception;
  }

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();
  private final Manners manners;

  RawServer(Manners manners) throws IOException {
    this.manners = manners;
    socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    threads.execute(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/hook";
  }

  int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = socket.accept();
        connections.incrementAndGet();
        threads.submit(() -> serve(caller));
      }
    } catch (IOException closed) {
      return;
    }
  }

  /** Fails when the caller hangs up, which is what some tests are about. */
  private Void serve(Socket caller) throws Exception {
    try (caller) {
      BufferedReader head =
          new BufferedReader(
              new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
      String line = head.readLine();
      while (line != null && !line.isEmpty()) {
        line = head.readLine();
      }
      manners.answer(caller.getOutputStream());
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
