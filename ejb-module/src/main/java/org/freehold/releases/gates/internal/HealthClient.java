package org.freehold.releases.gates.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.freehold.platform.outbound.AnswerLimits;
import org.freehold.platform.outbound.GuardedResolver;

/**
 * Asks a URL that a tenant named, and looks at the status of the answer only. As with webhooks the
 * address that is checked is the one that is called, and redirects are not followed.
 */
@ApplicationScoped
public class HealthClient {
  @Inject private HealthGateSettings settings;
  @Resource private ManagedScheduledExecutorService watch;
  private CloseableHttpClient client;

  @PostConstruct
  void open() {
    Timeout timeout = Timeout.ofSeconds(settings.timeoutSeconds());
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setConnectionFactory(AnswerLimits.connections())
                    .setDnsResolver(new GuardedResolver(settings.guard()))
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(timeout).build())
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
            .disableContentCompression()
            .setUserAgent("Freehold-Health/1")
            .build();
  }

  @PreDestroy
  void close() {
    client.close(CloseMode.GRACEFUL);
  }

  HealthAnswer ask(String url) {
    long from = System.nanoTime();
    HttpGet get = request(url);
    if (get == null) {
      return new HealthAnswer(null, "format", 0);
    }
    // The client's own timeouts begin anew with every byte.
    Future<?> deadline = watch.schedule(get::cancel, settings.timeoutSeconds(), TimeUnit.SECONDS);
    try {
      int status =
          client.execute(
              get,
              answer -> {
                // Else the client would read the rest, however much that is, to keep the
                // connection.
                answer.setEntity(null);
                return answer.getCode();
              });
      return new HealthAnswer(status, null, millisSince(from));
    } catch (IOException e) {
      return new HealthAnswer(null, get.isCancelled() ? "timeout" : word(e), millisSince(from));
    } finally {
      deadline.cancel(false);
    }
  }

  /** Null when it is no URL that may be asked. */
  private HttpGet request(String url) {
    try {
      URI uri = new URI(url);
      boolean scheme =
          "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && settings.allowHttp();
      return scheme && uri.getHost() != null && uri.getRawUserInfo() == null
          ? new HttpGet(uri)
          : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String word(IOException e) {
    if (e instanceof GuardedResolver.Forbidden) {
      return "forbidden_address";
    }
    if (e instanceof UnknownHostException) {
      return "dns";
    }
    if (e instanceof SocketTimeoutException || e instanceof ConnectTimeoutException) {
      return "timeout";
    }
    return e instanceof SSLException ? "tls" : "connection";
  }

  private static long millisSince(long from) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
  }
}
