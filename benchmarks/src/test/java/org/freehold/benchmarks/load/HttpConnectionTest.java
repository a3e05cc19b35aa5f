package org.freehold.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {
  private HttpServer server;
  private ExecutorService threads;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newFixedThreadPool(4);
    server.setExecutor(threads);
    server.createContext("/echo", HttpConnectionTest::echo);
    server.createContext("/broken", exchange -> answer(exchange, 500, "no", false));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void echo(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String headers =
        exchange.getRequestHeaders().getFirst("X-Tenant-Slug")
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization");
    answer(exchange, 200, headers + " " + body, exchange.getRequestURI().toString().endsWith("?"));
  }

  private static void answer(HttpExchange exchange, int status, String text, boolean chunked)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, chunked ? 0 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void readsAnswersOfKnownLengthAndInChunksOverOneConnection() throws IOException {
    String text = "größer ".repeat(5000);
    try (HttpConnection connection = new HttpConnection(server.getAddress().getPort())) {
      for (String path : new String[] {"/echo", "/echo?", "/echo"}) {
        HttpConnection.Answer answer =
            connection.send(HttpConnection.request("POST", path, "techcorp", "t0ken", text));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("techcorp Bearer t0ken " + text);
      }
    }
  }

  @Test
  void loadStopsAtTheFirstWrongAnswer() {
    byte[] request = HttpConnection.request("GET", "/broken", null, null, null);
    assertThatIllegalStateException()
        .isThrownBy(
            () -> new Pressure(server.getAddress().getPort(), 2).hold(() -> request, 200, 60))
        .withMessageContaining("500 instead of 200");
  }
}
