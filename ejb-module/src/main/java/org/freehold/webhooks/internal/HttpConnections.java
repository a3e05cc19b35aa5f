package org.freehold.webhooks.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.freehold.engine.delivery.ClientCertificate;

/**
 * Connections to receivers, kept open for a while. Those that show a certificate of a tenant are
 * apart from all others.
 */
final class HttpConnections implements AutoCloseable {
  private static final Timeout CONNECT = Timeout.ofSeconds(10);
  private static final Timeout AS_LONG_AS_THE_DEADLINE = Timeout.ofSeconds(60);
  private static final TimeValue IDLE = TimeValue.ofSeconds(20);
  private static final TimeValue OLDEST = TimeValue.ofMinutes(5);
  private static final int CERTIFICATES = 32;

  private final DnsResolver resolver;
  private final int atOnce;
  private final CloseableHttpAsyncClient plain;

  /** By the certificate that they show; the one that was longest unused goes first. */
  private final Map<String, CloseableHttpAsyncClient> showing =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CloseableHttpAsyncClient> eldest) {
          boolean tooMany = size() > CERTIFICATES;
          if (tooMany) {
            eldest.getValue().close(CloseMode.GRACEFUL);
          }
          return tooMany;
        }
      };

  HttpConnections(DnsResolver resolver, int atOnce) {
    this.resolver = resolver;
    this.atOnce = atOnce;
    plain = client(SSLContexts.createSystemDefault(), 2);
  }

  /** Sends what {@code made} makes of the call; the call is told how it went. */
  void execute(OngoingCall call, Function<OngoingCall, AsyncRequestProducer> made) {
    if (call.isOver()) {
      return;
    }
    try {
      CloseableHttpAsyncClient client = clientOf(call.call().certificate());
      AsyncRequestProducer request = made.apply(call);
      Future<?> running = client.execute(request, call.answer(), HttpClientContext.create(), call);
      call.isExchangedBy(running, () -> execute(call, made));
    } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
      call.failed(e);
    }
  }

  private CloseableHttpAsyncClient clientOf(ClientCertificate certificate)
      throws GeneralSecurityException {
    if (certificate == null) {
      return plain;
    }
    String name = ClientCertificate.sha256(certificate.chain().get(0));
    synchronized (showing) {
      CloseableHttpAsyncClient known = showing.get(name);
      if (known == null) {
        known = client(context(certificate), 1);
        showing.put(name, known);
      }
      return known;
    }
  }

  private static SSLContext context(ClientCertificate certificate) throws GeneralSecurityException {
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      keys.setKeyEntry(
          "client",
          certificate.key(),
          new char[0],
          certificate.chain().toArray(X509Certificate[]::new));
      return SSLContexts.custom().loadKeyMaterial(keys, new char[0]).build();
    } catch (IOException e) {
      throw new IllegalStateException("An empty key store is always to be had", e);
    }
  }

  private CloseableHttpAsyncClient client(SSLContext context, int threads) {
    CloseableHttpAsyncClient client =
        HttpAsyncClients.custom()
            .setConnectionManager(
                PoolingAsyncClientConnectionManagerBuilder.create()
                    .setDnsResolver(resolver)
                    .setTlsStrategy(
                        ClientTlsStrategyBuilder.create().setSslContext(context).buildAsync())
                    // A stream that is cut off costs a connection of HTTP/1.1 and nothing more.
                    .setDefaultTlsConfig(
                        TlsConfig.custom()
                            .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                            .setHandshakeTimeout(CONNECT)
                            .build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(CONNECT)
                            .setTimeToLive(OLDEST)
                            .build())
                    .setMaxConnTotal(atOnce)
                    .setMaxConnPerRoute(atOnce)
                    .build())
            .setIOReactorConfig(
                IOReactorConfig.custom()
                    .setIoThreadCount(threads)
                    .setSoTimeout(AS_LONG_AS_THE_DEADLINE)
                    .setTcpNoDelay(true)
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(AS_LONG_AS_THE_DEADLINE)
                    .setConnectionRequestTimeout(AS_LONG_AS_THE_DEADLINE)
                    .setConnectionKeepAlive(IDLE)
                    .build())
            .evictExpiredConnections()
            .evictIdleConnections(IDLE)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .disableConnectionState()
            .setUserAgent("Freehold-Webhooks/1")
            .build();
    client.start();
    return client;
  }

  @Override
  public void close() {
    plain.close(CloseMode.GRACEFUL);
    synchronized (showing) {
      showing.values().forEach(one -> one.close(CloseMode.GRACEFUL));
      showing.clear();
    }
  }
}
