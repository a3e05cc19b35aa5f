package org.freehold.webhooks.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final CountDownLatch hungUp = new CountDownLatch(1);
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

  /** What callers wrote before the bodies. */
  List<String> heads() {
    return List.copyOf(heads);
  }

  /** Sends the beginning, and then the rest again and again until the caller hangs up. */
  static RawServer endless(String beginning, String rest) throws IOException {
    return new RawServer(
        out -> {
          out.write(beginning.getBytes(StandardCharsets.US_ASCII));
          byte[] again = rest.repeat(20).getBytes(StandardCharsets.US_ASCII);
          while (!Thread.currentThread().isInterrupted()) {
            out.write(again);
          }
        });
  }

  /** Whether a caller hung up on what was written, within ten seconds. */
  boolean isHungUpOn() throws InterruptedException {
    return hungUp.await(10, TimeUnit.SECONDS);
  }

  /** A whole answer. */
  static void answer(OutputStream out, String status, String body) throws IOException {
    head(out, status, "Content-Length: " + body.length());
    out.write(body.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  static void head(OutputStream out, String status, String... headers) throws IOException {
    String head = "HTTP/1.1 " + status + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.flush();
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
      StringJoiner lines = new StringJoiner("\n");
      for (String line = head.readLine(); line != null && !line.isEmpty(); line = head.readLine()) {
        lines.add(line);
      }
      heads.add(lines.toString());
      manners.answer(caller.getOutputStream());
      return null;
    } catch (IOException e) {
      hungUp.countDown();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
