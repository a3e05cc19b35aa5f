package org.freehold.systemtests;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.freehold.engine.delivery.MadeCertificate;

/** A receiver over TLS that takes in only who shows one certain certificate. */
final class TlsReceiver implements AutoCloseable {
  private static final char[] PASSWORD = "a-password-of-a-test".toCharArray();
  private static final KeyStore OWN = ownStore();

  private final List<String> callers = new CopyOnWriteArrayList<>();
  private final HttpsServer server;

  /** {@code client}: the only certificate in PEM that is let in. */
  TlsReceiver(String client) throws IOException, GeneralSecurityException {
    SSLContext context = context(client);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters needed = context.getDefaultSSLParameters();
            needed.setNeedClientAuth(true);
            parameters.setSSLParameters(needed);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          Principal caller = ((HttpsExchange) exchange).getSSLSession().getPeerPrincipal();
          callers.add(caller.getName());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  private static SSLContext context(String client) throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(OWN, PASSWORD);
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry("client", certificate(client));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static Certificate certificate(String pem) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  private static PrivateKey key(String pem) throws GeneralSecurityException {
    byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  /** Options of a JVM that trusts all receivers of this kind. */
  static String trustedBy() {
    try {
      Path trusted = Files.createTempFile("freehold-tls-receiver", ".p12");
      try (OutputStream out = Files.newOutputStream(trusted)) {
        OWN.store(out, PASSWORD);
      }
      return " -Djavax.net.ssl.trustStore="
          + trusted
          + " -Djavax.net.ssl.trustStorePassword="
          + String.valueOf(PASSWORD);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("The certificate of the receivers cannot be kept", e);
    }
  }

  private static KeyStore ownStore() {
    try {
      MadeCertificate made =
          MadeCertificate.ofServer("127.0.0.1", Files.createTempDirectory("freehold-tls-receiver"));
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      Certificate[] chain = {certificate(made.certificate())};
      store.setKeyEntry("receiver", key(made.key()), PASSWORD, chain);
      return store;
    } catch (Exception e) {
      throw new IllegalStateException("The certificate of the receivers cannot be made", e);
    }
  }

  String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** Whose certificates were shown, one for each call. */
  List<String> callers() {
    return List.copyOf(callers);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
