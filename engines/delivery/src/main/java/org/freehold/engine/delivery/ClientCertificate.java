package org.freehold.engine.delivery;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificate that we show a receiver who asks for one (mutual TLS), with those that signed it,
 * and its private key.
 */
public record ClientCertificate(List<X509Certificate> chain, PrivateKey key) {
  /** Characters of a PEM text. */
  public static final int LARGEST = 20_000;

  /** Bits of an RSA key; each longer one makes every handshake dearer, for us alone. */
  private static final int LONGEST_RSA = 4096;

  private static final Set<String> ALGORITHMS = Set.of("RSA", "RSASSA-PSS", "EC", "EdDSA");

  private static final int LONGEST_CHAIN = 5;
  private static final byte[] PROBE = "Does the key fit?".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern CERTIFICATES =
      Pattern.compile(
          "\\s*(-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]{1,20000}-----END CERTIFICATE-----\\s*){1,"
              + LONGEST_CHAIN
              + "}");
  private static final Pattern KEY =
      Pattern.compile(
          "\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]{1,20000})-----END PRIVATE KEY-----\\s*");

  public ClientCertificate {
    chain = List.copyOf(chain);
  }

  /**
   * Takes texts that are new. An IllegalArgumentException that says in words why they are none, not
   * of a pair, or of a kind that is not taken.
   */
  public static ClientCertificate parse(String certificatePem, String keyPem) {
    ClientCertificate read = reread(certificatePem, keyPem);
    X509Certificate own = read.chain().get(0);
    if (!isTaken(own.getPublicKey()) || !isTaken(read.key())) {
      throw new IllegalArgumentException(
          "The key must be RSA of " + LONGEST_RSA + " bits at the most, or of an elliptic curve.");
    }
    if (!fit(own, read.key())) {
      throw new IllegalArgumentException("The key is not the one of the certificate.");
    }
    return read;
  }

  /** Reads again what {@link #parse} has taken: nothing is signed to see whether they fit. */
  public static ClientCertificate reread(String certificatePem, String keyPem) {
    List<X509Certificate> chain = chain(certificatePem);
    return new ClientCertificate(chain, key(keyPem, chain.get(0).getPublicKey().getAlgorithm()));
  }

  private static boolean isTaken(Key key) {
    return ALGORITHMS.contains(key.getAlgorithm())
        && (!(key instanceof RSAKey rsa) || rsa.getModulus().bitLength() <= LONGEST_RSA);
  }

  /** The certificates of a PEM text; the first is the client's own. */
  public static List<X509Certificate> chain(String pem) {
    if (pem.length() > LARGEST || !CERTIFICATES.matcher(pem).matches()) {
      throw new IllegalArgumentException(
          "This must be 1 to " + LONGEST_CHAIN + " certificates in PEM, the client's own first.");
    }
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(
              new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.US_ASCII)))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("A certificate cannot be read.", e);
    }
  }

  /** Whether the client's own may be shown at this time. */
  public boolean isValidAt(Instant when) {
    X509Certificate own = chain.get(0);
    Date date = Date.from(when);
    return !date.before(own.getNotBefore()) && !date.after(own.getNotAfter());
  }

  /** Of the whole certificate, in hexadecimal digits: what receivers pin. */
  public static String sha256(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrivateKey key(String pem, String algorithm) {
    Matcher matcher = KEY.matcher(pem.length() > LARGEST ? "" : pem);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "This must be a private key in PEM, not encrypted (PKCS #8): BEGIN PRIVATE KEY.");
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The key cannot be read, or is not of the certificate's kind.", e);
    }
  }

  private static boolean fit(X509Certificate own, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance(algorithm(key));
      signature.initSign(key);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      // Not with the certificate: its use may be limited to other than signatures.
      signature.initVerify(own.getPublicKey());
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String algorithm(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> key.getAlgorithm();
    };
  }

  /** Never the key: this goes into logs. */
  @Override
  public String toString() {
    return "certificate of " + chain.get(0).getSubjectX500Principal();
  }
}
