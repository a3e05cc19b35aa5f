package org.freehold.webhooks.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.freehold.engine.delivery.ClientCertificate;
import org.freehold.platform.outbound.AnswerLimits;

/**
 * Connections to receivers, kept open for a while. They are made to an address that was vetted and
 * looked up by nobody here, and kept for calls to the same name at the same address: so where a
 * call was vetted to go is where it goes. Those that show a certificate of a tenant are apart from
 * all others.
 */
final class HttpConnections implements AutoCloseable {
  private static final Timeout CONNECT = Timeout.ofSeconds(10);
  private static final Timeout AS_LONG_AS_THE_DEADLINE = Timeout.ofSeconds(60);
  private static final TimeValue IDLE = TimeValue.ofSeconds(20);
  private static final TimeValue OLDEST = TimeValue.ofMinutes(5);
  private static final int CERTIFICATES = 32;

  /** The call that an exchange is part of. */
  private static final String CALL = "freehold.call";

  /** A connection is made to an address. */
  private static final DnsResolver NOBODY =
      new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
          throw new UnknownHostException(host + " has not been vetted");
        }

        @Override
        public String resolveCanonicalHostname(String host) {
          return host;
        }
      };

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
  HttpConnections(int atOnce, Executor threads) {
    this.threads = threads;
    this.atOnce = atOnce;
    plain = client(SSLContexts.createSystemDefault(), 2);
  }

  /**
   * Sends what {@code made} makes of the call to the address where it goes now; the call is told
   * how it went.
   */
  void execute(OngoingCall call, HttpHost host, Function<OngoingCall, AsyncRequestProducer> made) {
    if (call.isOver()) {
      return;
    }
    if (!call.isOurs()) {
      call.cannotBeMade(new IllegalStateException("not sent: the lease of this node has ended"));
      return;
    }
    try {
      CloseableHttpAsyncClient client = clientOf(call);
      AsyncRequestProducer request = made.apply(call);
      HttpClientContext context = HttpClientContext.create();
      context.setAttribute(CALL, call);
      call.isRepeatedBy(() -> execute(call, host, made));
      call.isExchangedBy(
          client.execute(at(call.address(), host), request, call.answer(), null, context, call));
    } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
      call.cannotBeMade(e);
    }
  }

  /** With its port: the client forgets the address of a host that has none. */
  private static HttpHost at(InetAddress address, HttpHost host) {
    int port = DefaultSchemePortResolver.INSTANCE.resolve(host);
    return new HttpHost(host.getSchemeName(), address, host.getHostName(), port);
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
                    .setDnsResolver(NOBODY)
                    .setTlsStrategy(
                        ClientTlsStrategyBuilder.create()
                            .setSslContext(context)
                            // Left to the JDK alone nobody looks at the name: version 5.6 of the
                            // client asks for it when it is too late.
                            .setHostVerificationPolicy(HostnameVerificationPolicy.BOTH)
                            .setHostnameVerifier(HttpsSupport.getDefaultHostnameVerifier())
                            .buildAsync())
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
            .setHttp1Config(AnswerLimits.HTTP1)
            .setConnectionReuseStrategy(HttpConnections::isKept)
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
            .addExecInterceptorAfter(
                ChainElement.CONNECT.name(),
                "connected",
                (request, body, scope, chain, callback) -> {
                  ((OngoingCall) scope.clientContext.getAttribute(CALL)).isConnected();
                  chain.proceed(request, body, scope, callback);
                })
            .setUserAgent("Freehold-Webhooks/1")
            .build();
    client.start();
    return client;
  }

  /** Of an answer of 100 the client tells nobody else. */
  private static boolean isKept(HttpRequest request, HttpResponse response, HttpContext context) {
    if (response.getCode() == HttpStatus.SC_CONTINUE) {
      ((OngoingCall) context.getAttribute(CALL)).answer().countInterim();
    }
    return DefaultClientConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context);
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
