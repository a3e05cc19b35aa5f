package org.freehold.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.MessageConstraintException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that wait read heads within limits. */
@Timeout(20)
class AnswerLimitsTest {
  @Test
  void manyLinesOfAHeadAreRefused() throws IOException {
    requireRefused("HTTP/1.1 200 OK\r\n", "X-Line: of a head\r\n");
  }

  @Test
  void aLongLineOfAHeadIsRefused() throws IOException {
    requireRefused("HTTP/1.1 200 OK\r\nX-Line: ", "of a head");
  }

  @Test
  void aHeadOfMoreThanAHundredLinesIsRefused() throws IOException {
    String line = "X-Line: of a head\r\n";
    assertThat(status(line.repeat(99))).isEqualTo(200);
    assertThatThrownBy(() -> status(line.repeat(101)))
        .isInstanceOf(MessageConstraintException.class);
  }

  @Test
  void aLineOfMoreThanEightKibibytesIsRefused() throws IOException {
    String line = "X-Line: ";
    assertThat(status(line + "x".repeat(8190 - line.length()) + "\r\n")).isEqualTo(200);
    assertThatThrownBy(() -> status(line + "x".repeat(8193 - line.length()) + "\r\n"))
        .isInstanceOf(MessageConstraintException.class);
  }

  /** Of an answer that ends with its head. */
  private static int status(String lines) throws IOException {
    String head = "HTTP/1.1 200 OK\r\n" + lines + "\r\n";
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        CloseableHttpClient client = client()) {
      threads.submit(
          () -> {
            try (Socket caller = socket.accept()) {
              caller.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
              caller.shutdownOutput();
              return caller.getInputStream().readAllBytes().length;
            }
          });
      HttpGet get = new HttpGet("http://127.0.0.1:" + socket.getLocalPort() + "/");
      return client.execute(get, HttpResponse::getCode);
    } finally {
      threads.shutdownNow();
    }
  }

  private static CloseableHttpClient client() {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(AnswerLimits.connections())
                .build())
        .disableAutomaticRetries()
        .build();
  }

  private static void requireRefused(String beginning, String rest) throws IOException {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        CloseableHttpClient client = client()) {
      threads.submit(() -> answer(socket, beginning, rest.repeat(1000)));
      HttpGet get = new HttpGet("http://127.0.0.1:" + socket.getLocalPort() + "/");
      assertThatThrownBy(() -> client.execute(get, HttpResponse::getCode))
          .isInstanceOf(MessageConstraintException.class);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Ends when the caller hangs up. */
  private static Void answer(ServerSocket socket, String beginning, String rest)
      throws IOException {
    try (Socket caller = socket.accept()) {
      caller.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
      while (true) {
        caller.getOutputStream().write(rest.getBytes(StandardCharsets.US_ASCII));
      }
    }
  }
}
