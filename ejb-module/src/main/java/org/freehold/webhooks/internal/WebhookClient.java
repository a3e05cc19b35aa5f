package org.freehold.webhooks.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
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
import org.freehold.engine.delivery.AddressGuard;
import org.freehold.engine.delivery.StandardSignature;
import org.freehold.engine.delivery.WebhookSecret;
import org.freehold.platform.outbound.GuardedResolver;
import org.freehold.webhooks.DeliveryError;

/**
 * Sends one signed message. The addresses that are checked are the ones that are called; redirects
 * are not followed, nothing is remembered between calls, of the answer only the beginning is read,
 * and all of it together takes no longer than the endpoint's timeout.
 */
final class WebhookClient implements AutoCloseable {
  /** Characters of an answer that are kept. */
  static final int EXCERPT = 1024;

  private static final Timeout CONNECT = Timeout.ofSeconds(10);

  private final CloseableHttpClient client;
  private final ScheduledExecutorService watch;
  private final Clock clock;

  /** {@code atOnce}: threads that call at the same time; none of them waits for a connection. */
  WebhookClient(AddressGuard guard, int atOnce, ScheduledExecutorService watch, Clock clock) {
    this.watch = watch;
    this.clock = clock;
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new GuardedResolver(guard))
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(CONNECT).build())
                    .setMaxConnTotal(atOnce)
                    .setMaxConnPerRoute(atOnce)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .setUserAgent("Freehold-Webhooks/1")
            .build();
  }

  @Override
  public void close() {
    client.close(CloseMode.GRACEFUL);
  }

  Outcome post(Call call) {
    Instant begun = clock.instant();
    long from = System.nanoTime();
    HttpPost post = request(call, begun);
    // The client's own timeouts begin anew with every byte, and a receiver may drip.
    Future<?> deadline = watch.schedule(post::cancel, call.timeoutSeconds(), TimeUnit.SECONDS);
    try {
      return client.execute(post, answer -> outcome(begun, from, post, answer));
    } catch (IOException e) {
      String told = e.getClass().getSimpleName() + ": " + e.getMessage();
      DeliveryError error = post.isCancelled() ? DeliveryError.TIMEOUT : error(e);
      return new Outcome(
          begun, null, error, millisSince(from), cut(told), null, null, Map.of(), null);
    } finally {
      deadline.cancel(false);
    }
  }

  private static HttpPost request(Call call, Instant now) {
    byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
    long timestamp = now.getEpochSecond();
    Timeout timeout = Timeout.ofSeconds(call.timeoutSeconds());
    HttpPost post = new HttpPost(call.url());
    call.headers().forEach(post::setHeader);
    post.setConfig(
        RequestConfig.custom()
            .setResponseTimeout(timeout)
            .setConnectionRequestTimeout(timeout)
            .build());
    post.setHeader("webhook-id", call.messageId());
    post.setHeader("webhook-timestamp", Long.toString(timestamp));
    post.setHeader(
        "webhook-signature",
        StandardSignature.sign(
            call.messageId(), timestamp, body, call.secrets().toArray(WebhookSecret[]::new)));
    post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    return post;
  }

  /** The status is the answer: a body that breaks or drips afterwards changes nothing of it. */
  private static Outcome outcome(
      Instant begun, long from, HttpPost post, ClassicHttpResponse answer) {
    HttpEntity entity = answer.getEntity();
    String excerpt = entity == null ? null : excerpt(entity, post);
    // Else the client would read the rest, however much that is, to keep the connection.
    answer.setEntity(null);
    int status = answer.getCode();
    return new Outcome(
        begun, status, error(status), millisSince(from), excerpt, null, null, Map.of(), Map.of());
  }

  private static String excerpt(HttpEntity entity, HttpPost post) {
    byte[] bytes = new byte[EXCERPT];
    int length = 0;
    try {
      InputStream content = entity.getContent();
      int read = content.read(bytes, 0, EXCERPT);
      while (read > 0 && length + read < EXCERPT) {
        length += read;
        read = content.read(bytes, length, EXCERPT - length);
      }
      length += Math.max(read, 0);
    } catch (IOException e) {
      String why = post.isCancelled() ? "the time was up" : String.valueOf(e.getMessage());
      return cut(text(bytes, length) + "\n[broken off: " + why + "]");
    }
    return cut(text(bytes, length));
  }

  /** PostgreSQL keeps no NUL, and half a character at the cut is of no use. */
  private static String text(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.UTF_8)
        .replace("\u0000", "")
        .replaceAll("\uFFFD+$", "");
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
    if (e instanceof SocketTimeoutException || e instanceof ConnectTimeoutException) {
      return DeliveryError.TIMEOUT;
    }
    if (e instanceof SSLException) {
      return DeliveryError.TLS;
    }
    return e instanceof ClientProtocolException ? DeliveryError.PROTOCOL : DeliveryError.CONNECTION;
  }

  private static int millisSince(long from) {
    return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
  }
}
