package org.freehold.webhooks.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.freehold.engine.delivery.StandardSignature;
import org.freehold.webhooks.DeliveryError;

/**
 * Sends one signed message. The addresses that are checked are the ones that are called; redirects
 * are not followed, nothing is remembered between calls, and of the answer only the beginning is
 * read.
 */
@ApplicationScoped
public class Sender {
  private static final int EXCERPT = 1024;
  private static final int AT_ONCE = 64;
  private static final int AT_ONCE_EACH = 8;
  private static final Timeout CONNECT = Timeout.ofSeconds(10);

  @Inject private WebhookSettings settings;
  @Inject private Clock clock;
  private CloseableHttpClient client;

  @PostConstruct
  void open() {
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new GuardedResolver(settings.guard()))
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(CONNECT).build())
                    .setMaxConnTotal(AT_ONCE)
                    .setMaxConnPerRoute(AT_ONCE_EACH)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .setUserAgent("Freehold-Webhooks/1")
            .build();
  }

  @PreDestroy
  void close() {
    client.close(CloseMode.GRACEFUL);
  }

  Outcome send(Call call) {
    Instant begun = clock.instant();
    long from = System.nanoTime();
    try {
      return client.execute(
          request(call, begun), answer -> outcome(begun, millisSince(from), answer));
    } catch (IOException e) {
      String told = e.getClass().getSimpleName() + ": " + e.getMessage();
      return new Outcome(begun, null, error(e), millisSince(from), cut(told));
    }
  }

  private static HttpPost request(Call call, Instant now) {
    byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
    long timestamp = now.getEpochSecond();
    Timeout timeout = Timeout.ofSeconds(call.timeoutSeconds());
    HttpPost post = new HttpPost(call.url());
    post.setConfig(
        RequestConfig.custom()
            .setResponseTimeout(timeout)
            .setConnectionRequestTimeout(timeout)
            .build());
    post.setHeader("webhook-id", call.messageId());
    post.setHeader("webhook-timestamp", Long.toString(timestamp));
    post.setHeader(
        "webhook-signature",
        StandardSignature.sign(call.messageId(), timestamp, body, call.secret()));
    post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    return post;
  }

  private static Outcome outcome(Instant begun, int millis, ClassicHttpResponse answer)
      throws IOException {
    return new Outcome(
        begun, answer.getCode(), error(answer.getCode()), millis, excerpt(answer.getEntity()));
  }

  private static String excerpt(HttpEntity entity) throws IOException {
    if (entity == null) {
      return null;
    }
    try (InputStream content = entity.getContent()) {
      String text = new String(content.readNBytes(EXCERPT), StandardCharsets.UTF_8);
      // PostgreSQL keeps no NUL, and half a character at the cut is of no use.
      return cut(text.replace("\u0000", "").replaceAll("\uFFFD+$", ""));
    }
  }

  private static String cut(String text) {
    return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT);
  }

  private static DeliveryError error(int status) {
    return switch (status / 100) {
      case 2 -> null;
      case 3 -> DeliveryError.REDIRECT;
      case 4 -> DeliveryError.CLIENT_ERROR;
      case 5 -> DeliveryError.SERVER_ERROR;
      default -> DeliveryError.PROTOCOL;
    };
  }

  private static DeliveryError error(IOException e) {
    if (e instanceof GuardedResolver.Forbidden) {
      return DeliveryError.FORBIDDEN_ADDRESS;
    }
    if (e instanceof UnknownHostException) {
      return DeliveryError.DNS;
    }
    if (e instanceof SocketTimeoutException
        || e instanceof org.apache.hc.client5.http.ConnectTimeoutException
        || e instanceof org.apache.hc.core5.http.ConnectionRequestTimeoutException) {
      return DeliveryError.TIMEOUT;
    }
    if (e instanceof SSLException) {
      return DeliveryError.TLS;
    }
    return e instanceof org.apache.hc.client5.http.ClientProtocolException
        ? DeliveryError.PROTOCOL
        : DeliveryError.CONNECTION;
  }

  private static int millisSince(long from) {
    return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
  }
}
