package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.freehold.engine.delivery.AddressGuard;
import org.freehold.engine.delivery.AddressRange;
import org.freehold.platform.outbound.GuardedResolver;
import org.freehold.webhooks.DeliveryError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receivers that must agree before anything is sent to them. */
@Timeout(20)
class ConsentCallsTest {
  private static final int TIMEOUT_SECONDS = 1;

  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
  private final WebhookClient demanding = client(addresses -> true);
  private final WebhookClient open = client(addresses -> false);

  @AfterEach
  void close() {
    demanding.close();
    open.close();
    watch.shutdownNow();
  }

  @Test
  void asksForConsentWithNothingButTheQuestion() throws Exception {
    try (RawServer server =
        new RawServer(
            out ->
                RawServer.head(
                    out,
                    "405 Method Not Allowed",
                    "WebHook-Allowed-Origin: *",
                    "WebHook-Allowed-Rate: 30",
                    "Content-Length: 0"))) {
      ConsentAnswer answer = ask(demanding, server.url());
      assertThat(answer.isReached()).isTrue();
      assertThat(answer.consent().isGranted()).as("whatever the status is").isTrue();
      assertThat(answer.consent().perMinute()).isEqualTo(30);
      assertThat(server.heads())
          .singleElement()
          .asString()
          .startsWith("OPTIONS ")
          .contains("WebHook-Request-Origin: freehold.example", "WebHook-Request-Rate: 60")
          .doesNotContainIgnoringCase("webhook-signature", "webhook-id");
    }
    try (RawServer server = new RawServer(out -> RawServer.answer(out, "200 OK", "welcome"))) {
      ConsentAnswer answer = ask(demanding, server.url());
      assertThat(answer.consent().isGranted()).isFalse();
      assertThat(answer.consent().why()).contains("WebHook-Allowed-Origin", "200");
    }
    assertThat(ask(demanding, "http://10.0.0.1/").isReached()).as("a forbidden address").isFalse();
  }

  @Test
  void whereConsentIsDemandedNothingIsSentWithoutIt() throws Exception {
    try (RawServer server = new RawServer(out -> RawServer.answer(out, "200 OK", ""))) {
      Outcome unasked = post(server.url(), null);
      assertThat(unasked.error()).isEqualTo(DeliveryError.NO_CONSENT);
      assertThat(unasked.needsConsent()).isTrue();
      assertThat(server.connections()).isZero();
      assertThat(post(server.url(), "freehold.example").error()).isNull();
      assertThat(server.connections()).isOne();
    }
  }

  @Test
  void nobodyAgreesFromOutsideOfWhereConsentIsDemanded() throws Exception {
    try (RawServer server =
        new RawServer(
            out ->
                RawServer.head(out, "200 OK", "WebHook-Allowed-Origin: *", "Content-Length: 0"))) {
      ConsentAnswer answer = ask(open, server.url());
      assertThat(answer.consent().isGranted()).isFalse();
      assertThat(answer.consent().why()).contains("does not lead to a network");
      assertThat(server.connections()).isZero();
    }
  }

  private static ConsentAnswer ask(WebhookClient client, String url) throws Exception {
    Call call = SampleCall.to(url, TIMEOUT_SECONDS, null);
    return client
        .ask(new ConsentQuestion(call, "freehold.example", 60, Instant.EPOCH, null))
        .get(10, TimeUnit.SECONDS);
  }

  private Outcome post(String url, String origin) {
    return demanding.post(SampleCall.to(url, TIMEOUT_SECONDS, origin), () -> true).join();
  }

  private WebhookClient client(Predicate<InetAddress[]> isDemanding) {
    return new WebhookClient(
        new GuardedResolver(new AddressGuard(List.of(AddressRange.parse("127.0.0.0/8")))),
        isDemanding,
        4,
        watch,
        Clock.systemUTC());
  }
}
