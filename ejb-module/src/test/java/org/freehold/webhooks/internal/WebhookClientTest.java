package org.freehold.webhooks.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.freehold.engine.delivery.AddressGuard;
import org.freehold.engine.delivery.AddressRange;
import org.freehold.platform.outbound.GuardedResolver;
import org.freehold.webhooks.DeliveryError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receivers of every kind; none may hold the caller longer than its timeout. */
@Timeout(20)
class WebhookClientTest {
  private static final int TIMEOUT_SECONDS = 1;
  private static final List<AddressRange> HERE = List.of(AddressRange.parse("127.0.0.0/8"));

  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
  private final WebhookClient client = client(HERE);

  @AfterEach
  void close() {
    client.close();
    watch.shutdownNow();
  }

  @Test
  void tellsTheStatusAndTheBeginningOfTheAnswer() throws Exception {
    try (RawServer server = new RawServer(out -> RawServer.answer(out, "200 OK", "thank you"))) {
      Outcome outcome = call(server.url());
      assertThat(outcome.statusCode()).isEqualTo(200);
      assertThat(outcome.error()).isNull();
      assertThat(outcome.responseExcerpt()).isEqualTo("thank you");
    }
  }

  @Test
  void readsNoMoreOfAnEndlessAnswerThanItKeeps() throws Exception {
    byte[] chunk = ("400\r\n" + "x".repeat(0x400) + "\r\n").getBytes(US_ASCII);
    try (RawServer server =
        new RawServer(
            out -> {
              RawServer.head(out, "200 OK", "Transfer-Encoding: chunked");
              while (!Thread.currentThread().isInterrupted()) {
                out.write(chunk);
              }
            })) {
      Outcome outcome = call(server.url());
      assertThat(outcome.statusCode()).isEqualTo(200);
      assertThat(outcome.responseExcerpt()).hasSize(WebhookClient.EXCERPT);
      assertThat(outcome.durationMs()).isLessThan(TIMEOUT_SECONDS * 1000);
    }
  }

  @Test
  void aBodyThatDripsIsCutAtTheTimeoutAndTheStatusCounts() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            out -> {
              RawServer.head(out, "503 Service Unavailable", "Content-Length: 1000000");
              while (!never.await(100, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
              }
            })) {
      Outcome outcome = call(server.url());
      assertThat(outcome.statusCode()).isEqualTo(503);
      assertThat(outcome.error()).isEqualTo(DeliveryError.SERVER_ERROR);
      assertThat(outcome.responseExcerpt()).startsWith("xx").contains("the time was up");
      assertThat(outcome.durationMs()).isBetween(900, 5000);
    }
  }

  @Test
  void aHeadThatDripsIsCutAtTheTimeout() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            out -> {
              out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(US_ASCII));
              while (!never.await(100, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
              }
            })) {
      Outcome outcome = call(server.url());
      assertThat(outcome.statusCode()).isNull();
      assertThat(outcome.error()).isEqualTo(DeliveryError.TIMEOUT);
      assertThat(outcome.durationMs()).isBetween(900, 5000);
    }
  }

  @Test
  void silenceIsATimeout() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (RawServer server = new RawServer(out -> never.await())) {
      assertThat(call(server.url()).error()).isEqualTo(DeliveryError.TIMEOUT);
    }
  }

  @Test
  void aRedirectIsToldAndNotFollowed() throws Exception {
    try (RawServer elsewhere = new RawServer(out -> RawServer.answer(out, "200 OK", ""));
        RawServer server =
            new RawServer(
                out ->
                    RawServer.head(
                        out, "302 Found", "Location: " + elsewhere.url(), "Content-Length: 0"))) {
      Outcome outcome = call(server.url());
      assertThat(outcome.error()).isEqualTo(DeliveryError.REDIRECT);
      assertThat(elsewhere.connections()).isZero();
    }
  }

  @Test
  void aForbiddenAddressIsNotConnectedTo() throws Exception {
    try (RawServer server = new RawServer(out -> RawServer.answer(out, "200 OK", ""));
        WebhookClient strict = client(List.of())) {
      for (String host : List.of("127.0.0.1", "localhost", "[::1]", "2130706433", "127.1")) {
        String url = server.url().replace("127.0.0.1", host);
        assertThat(post(strict, callOf(url)).error())
            .as(host)
            .isIn(DeliveryError.FORBIDDEN_ADDRESS, DeliveryError.DNS);
      }
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void whatGoesWrongIsToldApart() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    assertThat(call("http://127.0.0.1:" + closed + "/").error())
        .isEqualTo(DeliveryError.CONNECTION);
    assertThat(call("http://nobody.invalid/").error()).isEqualTo(DeliveryError.DNS);
    try (ServerSocket socket = new ServerSocket(0)) {
      CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> answerWithoutTls(socket));
      assertThat(call("https://127.0.0.1:" + socket.getLocalPort() + "/").error())
          .isEqualTo(DeliveryError.TLS);
      answer.join();
    }
    try (RawServer server = new RawServer(OutputStream::close)) {
      assertThat(call(server.url()).error()).isEqualTo(DeliveryError.CONNECTION);
      assertThat(server.connections()).as("what may have arrived is not sent again").isOne();
    }
  }

  @Test
  void aCallThatCannotBeMadeEndsAsWell() {
    assertThat(call("http://127.0.0.1:99999/").error()).isEqualTo(DeliveryError.PROTOCOL);
    assertThat(call("http://a b/").error()).isEqualTo(DeliveryError.PROTOCOL);
    watch.shutdownNow();
    assertThatThrownBy(() -> call("http://127.0.0.1:1/"))
        .as("our fault uses up no attempt")
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void whatIsNotOursAnyMoreIsNotSent() throws Exception {
    try (RawServer server = new RawServer(out -> RawServer.answer(out, "200 OK", ""))) {
      Outcome outcome = client.post(callOf(server.url()), () -> false).join();
      assertThat(outcome.error()).isEqualTo(DeliveryError.CONNECTION);
      assertThat(outcome.responseExcerpt()).contains("the lease of this node has ended");
      assertThat(server.connections()).isZero();
    }
  }

  private static void answerWithoutTls(ServerSocket socket) {
    try (Socket caller = socket.accept()) {
      caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome post(WebhookClient client, Call call) {
    return client.post(call, () -> true).join();
  }

  private Outcome call(String url) {
    return post(client, callOf(url));
  }

  private static Call callOf(String url) {
    return SampleCall.to(url, TIMEOUT_SECONDS, null);
  }

  private WebhookClient client(List<AddressRange> allowed) {
    return new WebhookClient(
        new GuardedResolver(new AddressGuard(allowed)),
        addresses -> false,
        4,
        watch,
        Clock.systemUTC());
  }
}
