package org.freehold.systemtests;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.freehold.engine.delivery.MadeCertificate;

/** A receiver over TLS, also one that takes in only who shows one certain certificate. */
final class TlsReceiver implements AutoCloseable {
  private static final String PASSWORD = "a-password-of-a-test";
  private static final Path KEPT = Path.of(System.getProperty("freehold.data")).getParent();
  private static final MadeCertificate OWN = own();
  private static final String ANYBODY = "anybody";

  private final List<String> callers = new CopyOnWriteArrayList<>();
  private final HttpsServer server;

  /** {@code client}: the only certificate in PEM that is let in. */
  TlsReceiver(String client) throws IOException, GeneralSecurityException {
    this(OWN.context(client), true);
  }

  private TlsReceiver(SSLContext context, boolean guarded) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters needed = context.getDefaultSSLParameters();
            needed.setNeedClientAuth(guarded);
            parameters.setSSLParameters(needed);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          callers.add(guarded ? caller((HttpsExchange) exchange) : ANYBODY);
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  /** One that takes in everybody, with the certificate that is trusted. */
  static TlsReceiver open() throws IOException, GeneralSecurityException {
    return new TlsReceiver(OWN.context(), false);
  }

  /** One that takes in everybody, and shows a certificate that nobody signed or trusts. */
  static TlsReceiver untrusted(Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    return new TlsReceiver(MadeCertificate.ofServer("127.0.0.1", folder).context(), false);
  }

  private static String caller(HttpsExchange exchange) throws IOException {
    return exchange.getSSLSession().getPeerPrincipal().getName();
  }

  /** Options of a JVM that trusts all receivers of this kind. */
  static String trustedBy() {
    try {
      Path trusted = Files.createTempFile(KEPT, "tls-receiver", ".p12");
      try (OutputStream out = Files.newOutputStream(trusted)) {
        OWN.keys().store(out, PASSWORD.toCharArray());
      }
      return " -Djavax.net.ssl.trustStore="
          + trusted
          + " -Djavax.net.ssl.trustStorePassword="
          + PASSWORD;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("The certificate of the receivers cannot be kept", e);
    }
  }

  private static MadeCertificate own() {
    try {
      return MadeCertificate.ofServer("127.0.0.1", KEPT);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("The certificate of the receivers cannot be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a certificate was made", e);
    }
  }

  String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** Whose certificates were shown, one for each call; of one that takes in everybody: how many. */
  List<String> callers() {
    return List.copyOf(callers);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
