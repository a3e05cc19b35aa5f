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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.freehold.engine.delivery.AddressGuard;
import org.freehold.engine.delivery.AddressRange;
import org.freehold.engine.delivery.WebhookSecret;
import org.freehold.platform.Uuid7;
import org.freehold.platform.outbound.GuardedResolver;
import org.freehold.webhooks.DeliveryError;
import org.freehold.webhooks.WebhookEndpointId;
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
    try (RawServer server = new RawServer(out -> write(out, "200 OK", "thank you"))) {
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
              head(out, "200 OK", "Transfer-Encoding: chunked");
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
              head(out, "503 Service Unavailable", "Content-Length: 1000000");
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
    try (RawServer elsewhere = new RawServer(out -> write(out, "200 OK", ""));
        RawServer server =
            new RawServer(
                out ->
                    head(out, "302 Found", "Location: " + elsewhere.url(), "Content-Length: 0"))) {
      Outcome outcome = call(server.url());
      assertThat(outcome.error()).isEqualTo(DeliveryError.REDIRECT);
      assertThat(elsewhere.connections()).isZero();
    }
  }

  @Test
  void aForbiddenAddressIsNotConnectedTo() throws Exception {
    try (RawServer server = new RawServer(out -> write(out, "200 OK", ""));
        WebhookClient strict = client(List.of())) {
      for (String host : List.of("127.0.0.1", "localhost", "[::1]", "2130706433", "127.1")) {
        String url = server.url().replace("127.0.0.1", host);
        assertThat(
                post(
                        strict,
                        new Call(
                            "id",
                            "{}",
                            endpoint(),
                            1,
                            url,
                            1,
                            List.of(secret()),
                            Map.of(),
                            null,
                            null))
                    .error())
            .as(host)
            .isIn(DeliveryError.FORBIDDEN_ADDRESS, DeliveryError.DNS);
      }
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void asksForConsentWithNothingButTheQuestion() throws Exception {
    WebhookClient demanding = client(HERE, true);
    try (RawServer server =
        new RawServer(
            out ->
                head(
                    out,
                    "405 Method Not Allowed",
                    "WebHook-Allowed-Origin: *",
                    "WebHook-Allowed-Rate: 30",
                    "Content-Length: 0"))) {
      ConsentAnswer answer = ask(demanding, server.url());
      assertThat(answer.isReached()).isTrue();
      assertThat(answer.consent().isGranted()).as("whatever the status is").isTrue();
      assertThat(answer.consent().perMinute()).isEqualTo(30);
    }
    try (RawServer server = new RawServer(out -> write(out, "200 OK", "welcome"))) {
      ConsentAnswer answer = ask(demanding, server.url());
      assertThat(answer.consent().isGranted()).isFalse();
      assertThat(answer.consent().why()).contains("WebHook-Allowed-Origin", "200");
    }
    assertThat(ask(demanding, "http://10.0.0.1/").isReached()).as("a forbidden address").isFalse();
    demanding.close();
  }

  private static ConsentAnswer ask(WebhookClient client, String url) throws Exception {
    Call call =
        new Call(
            "consent", "", endpoint(), 0, url, TIMEOUT_SECONDS, List.of(), Map.of(), null, null);
    return client
        .ask(new ConsentQuestion(call, "freehold.example", 60, Instant.EPOCH, null))
        .get(10, TimeUnit.SECONDS);
  }

  @Test
  void whereConsentIsDemandedNothingIsSentWithoutIt() throws Exception {
    try (RawServer server = new RawServer(out -> write(out, "200 OK", ""));
        WebhookClient demanding = client(HERE, true)) {
      Outcome unasked = post(demanding, callOf(server.url()));
      assertThat(unasked.error()).isEqualTo(DeliveryError.NO_CONSENT);
      assertThat(unasked.needsConsent()).isTrue();
      assertThat(server.connections()).isZero();
      assertThat(post(demanding, callOf(server.url(), "freehold.example")).error()).isNull();
      assertThat(server.connections()).isOne();
    }
  }

  @Test
  void nobodyAgreesFromOutsideOfWhereConsentIsDemanded() throws Exception {
    try (RawServer server =
        new RawServer(
            out -> head(out, "200 OK", "WebHook-Allowed-Origin: *", "Content-Length: 0"))) {
      ConsentAnswer answer = ask(client, server.url());
      assertThat(answer.consent().isGranted()).isFalse();
      assertThat(answer.consent().why()).contains("does not lead to a network");
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
    try (RawServer server = new RawServer(out -> write(out, "200 OK", ""))) {
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
    return callOf(url, null);
  }

  private static Call callOf(String url, String origin) {
    return new Call(
        "id", "{}", endpoint(), 1, url, TIMEOUT_SECONDS, List.of(secret()), Map.of(), null, origin);
  }

  private WebhookClient client(List<AddressRange> allowed) {
    return client(allowed, false);
  }

  /** {@code demanding}: whether receivers must have agreed. */
  private WebhookClient client(List<AddressRange> allowed, boolean demanding) {
    return new WebhookClient(
        new GuardedResolver(new AddressGuard(allowed)),
        addresses -> demanding,
        4,
        watch,
        Clock.systemUTC());
  }

  private static WebhookEndpointId endpoint() {
    return new WebhookEndpointId(Uuid7.next());
  }

  private static WebhookSecret secret() {
    return WebhookSecret.random();
  }

  private static void write(OutputStream out, String status, String body) throws Exception {
    head(out, status, "Content-Length: " + body.length());
    out.write(body.getBytes(US_ASCII));
    out.flush();
  }

  private static void head(OutputStream out, String status, String... headers) throws Exception {
    String head = "HTTP/1.1 " + status + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    out.write(head.getBytes(US_ASCII));
    out.flush();
  }
}
