package org.freehold.systemtests;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody who receives webhooks on this machine, and checks them with the published library. */
public final class Receiver implements AutoCloseable {
  /** What came in. */
  public record Received(String id, Map<String, List<String>> headers, String body, Instant at) {
    /** An exception when the signature does not fit. */
    void verify(String secret) throws Exception {
      new Webhook(secret).verify(body, HttpHeaders.of(headers, (name, value) -> true));
    }
  }

  private final List<Received> all = new CopyOnWriteArrayList<>();
  private final List<Map<String, List<String>>> questions = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch released = new CountDownLatch(1);
  private final HttpServer server;
  private volatile int answer = 204;
  private volatile int held = Integer.MAX_VALUE;

  private volatile Map<String, String> headers = Map.of();
  private volatile Map<String, String> consent = Map.of();

  public Receiver() throws IOException {
    this(0);
  }

  /** On a port that nobody listens on yet. */
  Receiver(int port) throws IOException {
    this(InetAddress.getLoopbackAddress(), port);
  }

  /** At an address of this machine. */
  public static Receiver at(String address) throws IOException {
    return new Receiver(InetAddress.getByName(address), 0);
  }

  /** Where this one, which is closed, was. */
  Receiver again() throws IOException {
    return new Receiver(server.getAddress().getAddress(), server.getAddress().getPort());
  }

  private Receiver(InetAddress address, int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(address, port), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          if (exchange.getRequestMethod().equals("OPTIONS")) {
            questions.add(Map.copyOf(exchange.getRequestHeaders()));
            consent.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(405, -1);
            exchange.close();
            return;
          }
          String id = exchange.getRequestHeaders().getFirst("webhook-id");
          all.add(
              new Received(
                  id,
                  Map.copyOf(exchange.getRequestHeaders()),
                  new String(body, StandardCharsets.UTF_8),
                  Instant.now()));
          if (all.size() > held) {
            awaitRelease();
          }
          headers.forEach(exchange.getResponseHeaders()::set);
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    server.setExecutor(threads);
    server.start();
  }

  public String url() {
    String address = server.getAddress().getAddress().getHostAddress();
    return "http://" + address + ":" + server.getAddress().getPort() + "/hook";
  }

  /** What it says to the question whether it wants to be called; at first nothing. */
  public void consents(Map<String, String> answer) {
    consent = answer;
  }

  /** The headers of each question. */
  List<Map<String, List<String>>> questions() {
    return List.copyOf(questions);
  }

  public void answers(int status) {
    answer = status;
  }

  void answers(int status, String header, String value) {
    headers = Map.of(header, value);
    answer = status;
  }

  /** Takes in whatever comes, but answers no more than so many until {@link #release}. */
  void holdAfter(int calls) {
    held = all.size() + calls;
  }

  void release() {
    held = Integer.MAX_VALUE;
    released.countDown();
  }

  private void awaitRelease() throws InterruptedIOException {
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException(e.getMessage());
    }
  }

  List<Received> all() {
    return List.copyOf(all);
  }

  public List<Received> of(String type) {
    return all.stream().filter(one -> one.body().contains("\"type\":\"" + type + "\"")).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
