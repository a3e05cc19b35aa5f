package org.freehold.forwarding.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are trusted: those of the server's Java, or those that a tenant names. */
final class Trust {
  private Trust() {}

  /** Null: those of the server's Java. An IllegalArgumentException when it is no certificate. */
  static SSLContext in(String pem) {
    try {
      if (pem == null) {
        return SSLContext.getDefault();
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate : certificates(pem)) {
        store.setCertificateEntry("ca" + number++, certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("TLS cannot be set up", e);
    }
  }

  /** SHA-256 of each certificate in hexadecimal, as {@code openssl x509 -fingerprint} counts it. */
  static String fingerprints(String pem) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<String> all = new ArrayList<>();
      for (Certificate certificate : certificates(pem)) {
        all.add(HexFormat.of().formatHex(digest.digest(certificate.getEncoded())));
      }
      return String.join(" ", all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A certificate that was taken cannot be read", e);
    }
  }

  private static Collection<? extends Certificate> certificates(String pem) {
    try {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
      if (found.isEmpty()) {
        throw new IllegalArgumentException("No certificate");
      }
      return found;
    } catch (CertificateException e) {
      throw new IllegalArgumentException("No certificate", e);
    }
  }
}
