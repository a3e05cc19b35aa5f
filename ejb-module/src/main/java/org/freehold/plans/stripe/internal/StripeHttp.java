package org.freehold.plans.stripe.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.WWWFormCodec;
import org.apache.hc.core5.util.Timeout;
import org.freehold.platform.NoTransaction;
import org.freehold.platform.Problem;
import org.freehold.platform.json.JsonText;

/**
 * Speaks to Stripe: forms out, JSON in. What may pass is tried three times with growing pauses;
 * whoever needs it done comes back later. Refuses to wait for an answer inside a transaction.
 */
@ApplicationScoped
public class StripeHttp {
  /** What our fields are read by; a newer one may name them otherwise. */
  static final String VERSION = "2026-07-29.dahlia";

  private static final int LONGEST_ANSWER = 2 * 1024 * 1024;
  private static final int TRIES = 3;
  private static final long PAUSE_MILLIS = 300;

  @Inject private StripeSettings settings;
  @Resource private ManagedScheduledExecutorService watch;
  private CloseableHttpClient client;

  private record Answer(int status, boolean repeated, String body) {}

  @PostConstruct
  void open() {
    Timeout timeout = Timeout.ofSeconds(settings.timeoutSeconds());
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(timeout).build())
                    .setMaxConnTotal(40)
                    .setMaxConnPerRoute(40)
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(timeout)
                    .setConnectionRequestTimeout(timeout)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .setUserAgent("Freehold-Billing/1")
            .build();
  }

  @PreDestroy
  void close() {
    client.close(CloseMode.GRACEFUL);
  }

  JsonObject get(String path, Map<String, String> query) throws StripeFailure {
    return call(
        "GET", path + "?" + WWWFormCodec.format(pairs(query), StandardCharsets.UTF_8), null, null);
  }

  /** The same key twice does it once. */
  JsonObject post(String path, Map<String, String> form, String idempotencyKey)
      throws StripeFailure {
    return call("POST", path, form, idempotencyKey);
  }

  JsonObject delete(String path) throws StripeFailure {
    return call("DELETE", path, null, null);
  }

  private JsonObject call(String method, String path, Map<String, String> form, String key)
      throws StripeFailure {
    NoTransaction.require();
    StripeFailure last = null;
    String current = key;
    for (int tried = 0; tried < TRIES; tried++) {
      try {
        pause(tried);
        return once(method, path, form, current);
      } catch (StripeFailure failure) {
        last = failure;
        if (!failure.isPassing()) {
          throw failure;
        }
        // Else it would be told for a day, whatever is well again by then.
        current = failure.isKeptFailure() ? current + "-again" : current;
      }
    }
    throw last;
  }

  private static void pause(int tried) throws StripeFailure {
    if (tried == 0) {
      return;
    }
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS << (tried - 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StripeFailure("Interrupted before Stripe was asked again", e);
    }
  }

  private JsonObject once(String method, String path, Map<String, String> form, String key)
      throws StripeFailure {
    HttpUriRequestBase request =
        new HttpUriRequestBase(method, java.net.URI.create(settings.baseUrl() + path));
    request.setHeader("Authorization", "Bearer " + settings.secretKey());
    request.setHeader("Stripe-Version", VERSION);
    if (key != null) {
      request.setHeader("Idempotency-Key", key);
    }
    if (form != null) {
      request.setEntity(new UrlEncodedFormEntity(pairs(form), StandardCharsets.UTF_8));
    }
    // The client's own timeouts begin anew with every byte.
    Future<?> deadline =
        watch.schedule(request::cancel, settings.timeoutSeconds(), TimeUnit.SECONDS);
    try {
      return read(client.execute(request, StripeHttp::answer));
    } catch (IOException e) {
      String why = request.isCancelled() ? "the time was up" : e.getClass().getSimpleName();
      throw new StripeFailure("Stripe did not answer " + method + " " + path + ": " + why, e);
    } finally {
      deadline.cancel(false);
    }
  }

  private static Answer answer(ClassicHttpResponse response) throws IOException {
    byte[] body =
        response.getEntity() == null
            ? new byte[0]
            : response.getEntity().getContent().readNBytes(LONGEST_ANSWER + 1);
    // Else the client would read the rest, however much that is, to keep the connection.
    response.setEntity(null);
    if (body.length > LONGEST_ANSWER) {
      throw new IOException("The answer is longer than " + LONGEST_ANSWER + " bytes");
    }
    boolean repeated = response.containsHeader("Idempotent-Replayed");
    return new Answer(response.getCode(), repeated, new String(body, StandardCharsets.UTF_8));
  }

  private static JsonObject read(Answer answer) throws StripeFailure {
    JsonObject body = object(answer);
    if (answer.status() / 100 == 2) {
      return body;
    }
    JsonObject error =
        body.get("error") instanceof JsonObject told ? told : JsonValue.EMPTY_JSON_OBJECT;
    String message = error.getString("message", "no reason told");
    throw new StripeFailure(
        answer.status(), "Stripe answered " + answer.status() + ": " + message, answer.repeated());
  }

  private static JsonObject object(Answer answer) throws StripeFailure {
    try {
      return JsonText.parseObject(answer.body());
    } catch (Problem e) {
      throw new StripeFailure(
          answer.status() / 100 == 2 ? StripeFailure.NO_ANSWER : answer.status(),
          "Stripe answered " + answer.status() + " and no JSON",
          answer.repeated());
    }
  }

  private static List<NameValuePair> pairs(Map<String, String> form) {
    return form.entrySet().stream()
        .<NameValuePair>map(one -> new BasicNameValuePair(one.getKey(), one.getValue()))
        .toList();
  }
}
