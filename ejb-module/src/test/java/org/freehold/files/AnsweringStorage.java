package org.freehold.files;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as storages answer that no test can have here: who may what, and what they know. */
public final class AnsweringStorage implements AutoCloseable {
  private static final String BUCKET = "checkpoints";
  private static final Map<Integer, String> CODES =
      Map.of(
          403, "AccessDenied",
          404, "NoSuchKey",
          412, "PreconditionFailed",
          416, "InvalidRange",
          501, "NotImplemented");

  private final HttpServer server;
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final List<String> taken = new CopyOnWriteArrayList<>();

  public AnsweringStorage() throws IOException {
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** What is not told is missing, and may be put. */
  public AnsweringStorage get(String key, int status) {
    statuses.put("GET " + key, status);
    return this;
  }

  /** To a put with {@code If-None-Match}; one without it is always taken. */
  public AnsweringStorage putNew(String key, int status) {
    statuses.put("PUT " + key, status);
    return this;
  }

  /** The keys that were written, each time. */
  public List<String> taken() {
    return List.copyOf(taken);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      call.getRequestBody().readAllBytes();
      String key = call.getRequestURI().getPath().substring(BUCKET.length() + 2);
      boolean isPut = call.getRequestMethod().equals("PUT");
      boolean isUnconditional = isPut && !call.getRequestHeaders().containsKey("If-None-Match");
      int status =
          isUnconditional
              ? 200
              : statuses.getOrDefault(call.getRequestMethod() + " " + key, isPut ? 200 : 404);
      if (isPut && status == 200) {
        taken.add(key);
      }
      String code = CODES.get(status);
      byte[] body =
          (code == null ? "" : "<Error><Code>" + code + "</Code></Error>")
              .getBytes(StandardCharsets.UTF_8);
      call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      call.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
