package org.freehold.forwarding.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.freehold.forwarding.Batch;
import org.freehold.platform.outbound.AnswerLimits;
import org.freehold.platform.outbound.GuardedResolver;

/**
 * Posts a batch as a JSON array of OCSF events. Taken is what is answered with 2xx. The address
 * that is checked is the one that is called, and redirects are not followed.
 */
@ApplicationScoped
public class HttpsSender {
  private static final int OK = 200;
  private static final int NO_LONGER_OK = 300;

  @Inject private ForwardingSettings settings;
  @Resource private ManagedScheduledExecutorService watch;

  void send(Batch batch) throws NotTaken {
    HttpPost post = new HttpPost(batch.address());
    if (batch.authorization() != null) {
      post.setHeader("Authorization", batch.authorization());
    }
    post.setEntity(
        new StringEntity(
            batch.events().stream()
                .map(Batch.Forwarded::ocsf)
                .collect(Collectors.joining(",", "[", "]")),
            ContentType.APPLICATION_JSON));
    // The client's own timeouts begin anew with every byte.
    Future<?> deadline =
        watch.schedule(post::cancel, settings.deadline().toSeconds(), TimeUnit.SECONDS);
    try (CloseableHttpClient client = client(batch.caCertificatePem())) {
      int status =
          client.execute(
              post,
              answer -> {
                answer.setEntity(null);
                return answer.getCode();
              });
      if (status < OK || status >= NO_LONGER_OK) {
        throw new NotTaken("The receiver answered " + status);
      }
    } catch (GuardedResolver.Forbidden e) {
      throw new NotTaken("The address lies in a network that may not be called");
    } catch (IOException e) {
      throw new NotTaken("The call failed: " + e.getClass().getSimpleName());
    } finally {
      deadline.cancel(false);
    }
  }

  private CloseableHttpClient client(String pem) {
    Timeout timeout = Timeout.ofMilliseconds(settings.timeout().toMillis());
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(AnswerLimits.connections())
                .setDnsResolver(new GuardedResolver(settings.guard()))
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(Trust.in(pem)))
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom().setConnectTimeout(timeout).build())
                .build())
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeout).build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .setUserAgent("Freehold-Forwarding/1")
        .build();
  }
}
