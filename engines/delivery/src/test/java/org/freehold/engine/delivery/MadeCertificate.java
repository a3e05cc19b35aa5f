package org.freehold.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate and its key in PEM, made by the JDK's own tool: none is kept with the sources. */
public record MadeCertificate(String certificate, String key, KeyStore keys) {
  private static final String ALIAS = "certificate";
  private static final String PASSWORD = "a password of a test";

  /**
   * {@code start} as keytool reads it: {@code -2d} is two days ago; valid for one day from then.
   */
  public static MadeCertificate of(String algorithm, String start, Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    return of(folder, "-keyalg", algorithm, "-startdate", start);
  }

  /** Of a server at an address of this machine. */
  public static MadeCertificate ofServer(String address, Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    return named("A server", folder, "-keyalg", "EC", "-ext", "SAN=ip:" + address);
  }

  /** {@code more}: what else keytool is to know of the pair. */
  public static MadeCertificate of(Path folder, String... more)
      throws IOException, InterruptedException, GeneralSecurityException {
    return named("A client", folder, more);
  }

  private static MadeCertificate named(String name, Path folder, String... more)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = Files.createTempDirectory(folder, "store").resolve("store.p12");
    Process tool =
        new ProcessBuilder(command(name, store, more))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return new MadeCertificate(
        pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()),
        pem("PRIVATE KEY", keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()),
        keys);
  }

  private static List<String> command(String name, Path store, String... more) {
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        new ArrayList<>(
            List.of(
                tool,
                "-genkeypair",
                "-alias",
                ALIAS,
                "-dname",
                "CN=" + name + ", O=TechCorp",
                "-validity",
                "1",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
    command.addAll(List.of(more));
    return command;
  }

  /**
   * Of a server that shows it.
   *
   * @param callers certificates in PEM of whom it believes
   */
  public SSLContext context(String... callers) throws IOException, GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD.toCharArray());
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    for (String caller : callers) {
      known.setCertificateEntry("caller " + known.size(), certificate(caller));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static Certificate certificate(String pem) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String pem(String kind, byte[] encoded) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(encoded), kind);
  }
}
