package org.freehold.webhooks.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
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

  private final Executor threads;

  /** Those that show a certificate. */
  private static final class Showing {
    private final CloseableHttpAsyncClient client;
    private int calls;

    Showing(CloseableHttpAsyncClient client) {
      this.client = client;
    }
  }

  /** By the certificate that they show, the one that was longest unused first. */
  private final Map<String, Showing> showing = new LinkedHashMap<>(16, 0.75f, true);

  /** {@code threads} wait for connections that are closed. */
  HttpConnections(DnsResolver resolver, int atOnce, Executor threads) {
    this.resolver = resolver;
    this.threads = threads;
    this.atOnce = atOnce;
    plain = client(SSLContexts.createSystemDefault(), 2);
  }

  /** Sends what {@code made} makes of the call; the call is told how it went. */
  void execute(OngoingCall call, Function<OngoingCall, AsyncRequestProducer> made) {
    if (call.isOver()) {
      return;
    }
    if (!call.isOurs()) {
      call.failed(new IllegalStateException("not sent: the lease of this node has ended"));
      return;
    }
    try {
      CloseableHttpAsyncClient client = clientOf(call);
      AsyncRequestProducer request = made.apply(call);
      Future<?> running = client.execute(request, call.answer(), HttpClientContext.create(), call);
      call.isExchangedBy(running, () -> execute(call, made));
    } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
      call.failed(e);
    }
  }

  private CloseableHttpAsyncClient clientOf(OngoingCall call) throws GeneralSecurityException {
    ClientCertificate certificate = call.call().certificate();
    if (certificate == null) {
      return plain;
    }
    String name = ClientCertificate.sha256(certificate.chain().get(0));
    Showing shown = showing(name, certificate);
    call.outcome().whenComplete((outcome, never) -> isOver(shown));
    return shown.client;
  }

  private Showing showing(String name, ClientCertificate certificate)
      throws GeneralSecurityException {
    synchronized (showing) {
      Showing shown = showing.get(name);
      if (shown == null) {
        shown = new Showing(client(context(certificate), 1));
        showing.put(name, shown);
      }
      shown.calls++;
      return shown;
    }
  }

  /** Only what nobody uses is closed, apart from those who call. */
  private void isOver(Showing shown) {
    List<CloseableHttpAsyncClient> surplus = new ArrayList<>();
    synchronized (showing) {
      shown.calls--;
      Iterator<Showing> eldest = showing.values().iterator();
      while (showing.size() > CERTIFICATES && eldest.hasNext()) {
        Showing one = eldest.next();
        if (one.calls == 0) {
          eldest.remove();
          surplus.add(one.client);
        }
      }
    }
    if (!surplus.isEmpty()) {
      try {
        threads.execute(() -> surplus.forEach(one -> one.close(CloseMode.GRACEFUL)));
      } catch (RejectedExecutionException e) {
        surplus.forEach(one -> one.close(CloseMode.IMMEDIATE));
      }
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
      showing.values().forEach(one -> one.client.close(CloseMode.GRACEFUL));
      showing.clear();
    }
  }
}
