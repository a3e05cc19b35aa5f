package org.freehold.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server that answers as the test says, and remembers what it was asked. */
final class PretendServer implements AutoCloseable {
  /** What to answer. */
  record Reply(int status, String type, String body) {
    static Reply json(int status, String body) {
      return new Reply(
          status, status < 400 ? "application/json" : "application/problem+json", body);
    }
  }

  final List<String> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Function<HttpExchange, Reply>> replies = new ConcurrentHashMap<>();
  private final HttpServer http;

  PretendServer() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/", this::answer);
    http.start();
  }

  PretendServer on(String request, Function<HttpExchange, Reply> reply) {
    replies.put(request, reply);
    return this;
  }

  PretendServer on(String request, int status, String body) {
    return on(request, exchange -> Reply.json(status, body));
  }

  String url() {
    return "http://localhost:" + http.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      requests.add((request + " " + body).strip());
      Reply reply =
          replies
              .getOrDefault(request, any -> new Reply(404, "text/html", "nothing here"))
              .apply(exchange);
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
