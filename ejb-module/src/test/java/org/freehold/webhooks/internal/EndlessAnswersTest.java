package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.freehold.engine.delivery.AddressGuard;
import org.freehold.engine.delivery.AddressRange;
import org.freehold.engine.delivery.ClientCertificate;
import org.freehold.engine.delivery.MadeCertificate;
import org.freehold.platform.outbound.GuardedResolver;
import org.freehold.webhooks.DeliveryError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receivers that would go on until the memory of the caller is full. */
@Timeout(30)
class EndlessAnswersTest {
  /** Long enough to see that the limits end a call, and not the time. */
  private static final int TIMEOUT_SECONDS = 5;

  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private final ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor();
  private final WebhookClient client =
      new WebhookClient(
          new GuardedResolver(new AddressGuard(List.of(AddressRange.parse("127.0.0.0/8")))),
          addresses -> false,
          4,
          threads,
          Clock.systemUTC());

  @AfterEach
  void close() {
    client.close();
    threads.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 200 OK~, X-Line: of a head~",
    "HTTP/1.1 200 OK~X-Line: , of a head",
    "'', HTTP/1.1 103 Early Hints~Link: </style.css>~~",
    "'', HTTP/1.1 100 Continue~~",
    "'', ~",
  })
  void aHeadWithoutEndBreaksTheProtocol(String beginning, String rest) throws Exception {
    try (RawServer server = RawServer.endless(lines(beginning), lines(rest))) {
      Outcome outcome = post(SampleCall.to(server.url(), TIMEOUT_SECONDS, null));
      assertThat(outcome.error()).as(outcome.responseExcerpt()).isEqualTo(DeliveryError.PROTOCOL);
      assertThat(outcome.statusCode()).isNull();
      assertThat(server.isHungUpOn()).isTrue();
      assertThat(server.connections()).as("it is not called again").isOne();
    }
  }

  /** Those who show one have connections of their own. */
  @Test
  void alsoForWhoShowsACertificate(@TempDir Path folder) throws Exception {
    MadeCertificate made = MadeCertificate.of("EC", "-1H", folder);
    ClientCertificate certificate = ClientCertificate.parse(made.certificate(), made.key());
    try (RawServer server = RawServer.endless(OK, "X-Line: of a head\r\n")) {
      Outcome outcome = post(SampleCall.showing(certificate, server.url(), TIMEOUT_SECONDS));
      assertThat(outcome.error()).as(outcome.responseExcerpt()).isEqualTo(DeliveryError.PROTOCOL);
      assertThat(server.isHungUpOn()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2~OK~0~, X-Line: of the trailers~",
    "2~OK~0~X-Line: , of the trailers",
    "2~OK~0;, of a chunk",
  })
  void whatDoesNotEndAfterABodyIsBrokenOffAndTheStatusCounts(String beginning, String rest)
      throws Exception {
    String head = OK + "Transfer-Encoding: chunked\r\n\r\n";
    try (RawServer server = RawServer.endless(head + lines(beginning), lines(rest))) {
      Outcome outcome = post(SampleCall.to(server.url(), TIMEOUT_SECONDS, null));
      assertThat(outcome.statusCode()).isEqualTo(200);
      assertThat(outcome.error()).isNull();
      assertThat(outcome.responseExcerpt())
          .contains("[broken off: ")
          .doesNotContain("the time was up");
      assertThat(server.isHungUpOn()).isTrue();
    }
  }

  @Test
  void someInterimAnswersAndManyLinesAreTaken() throws Exception {
    try (RawServer server =
        new RawServer(
            out -> {
              for (int i = 0; i < 5; i++) {
                RawServer.head(out, "100 Continue");
                RawServer.head(out, "103 Early Hints", "Link: </style.css>");
              }
              String lines = "X: " + "x".repeat(8000) + "\r\nY: y".repeat(90);
              RawServer.head(out, "200 OK", lines, "Content-Length: 0");
            })) {
      assertThat(post(SampleCall.to(server.url(), TIMEOUT_SECONDS, null)).statusCode())
          .isEqualTo(200);
    }
  }

  private Outcome post(Call call) {
    return client.post(call, () -> true).join();
  }

  private static String lines(String text) {
    return text.replace("~", "\r\n");
  }
}
