package org.freehold.platform.outbound;

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

  private static void requireRefused(String beginning, String rest) throws IOException {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        CloseableHttpClient client =
            HttpClients.custom()
                .setConnectionManager(
                    PoolingHttpClientConnectionManagerBuilder.create()
                        .setConnectionFactory(AnswerLimits.connections())
                        .build())
                .disableAutomaticRetries()
                .build()) {
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
