package org.freehold.releases.approvals.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.List;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.approvals.DsseEnvelope;
import org.junit.jupiter.api.Test;

class DsseTest {
  private static final byte[] BODY = "{\"a\":\"ä\"}".getBytes(StandardCharsets.UTF_8);

  /** The example of the DSSE protocol, version 1. */
  @Test
  void encodesAsTheProtocolDoes() {
    byte[] body = "hello world".getBytes(StandardCharsets.UTF_8);
    assertThat(Dsse.pae("http://example.com/HelloWorld", body))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  }

  /** The published key and signature of that example, made with RFC 6979. */
  @Test
  void encodesWhatAnotherImplementationSigned() throws Exception {
    byte[] body = "hello world".getBytes(StandardCharsets.UTF_8);
    Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
    check.initVerify(publishedKey());
    check.update(Dsse.pae("http://example.com/HelloWorld", body));
    String sig =
        "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==";
    assertThat(check.verify(Base64.getDecoder().decode(sig))).isTrue();
  }

  private static PublicKey publishedKey() throws Exception {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point =
        new ECPoint(
            new BigInteger(
                "46950820868899156662930047687818585632848591499744589407958293238635476079160"),
            new BigInteger(
                "5640078356564379163099075877009565129882514886557779369047442380624545832820"));
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
  }

  @Test
  void countsBytesAndNotCharacters() {
    assertThat(Dsse.pae("ä", BODY))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("DSSEv1 2 ä 10 {\"a\":\"ä\"}");
  }

  @Test
  void opensWhatTheKeySignedAndNothingElse() throws Exception {
    KeyPair signer = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    DsseEnvelope envelope = signed(signer, Dsse.envelope(BODY));
    VerifyingKey key = VerifyingKey.ofSpki(signer.getPublic().getEncoded());

    assertThat(Dsse.opened(envelope, key)).isEqualTo(BODY);
    assertThat(Dsse.opened(envelope, VerifyingKey.ofSpki(other.getPublic().getEncoded()))).isNull();
    String altered = Base64.getEncoder().encodeToString("{}".getBytes(StandardCharsets.UTF_8));
    assertThat(
            Dsse.opened(
                new DsseEnvelope(envelope.payloadType(), altered, envelope.signatures()), key))
        .isNull();
    assertThat(
            Dsse.opened(
                new DsseEnvelope("text/plain", envelope.payload(), envelope.signatures()), key))
        .isNull();
    assertThat(Dsse.opened(Dsse.envelope(BODY), key)).isNull();
  }

  @Test
  void findsTheSignatureOfAKeyAmongOthersWhateverTheKeyIdsSay() throws Exception {
    KeyPair first = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
    curve.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair second = curve.generateKeyPair();
    DsseEnvelope envelope = signed(second, signed(first, Dsse.envelope(BODY)));
    List<DsseEnvelope.Signature> misnamed =
        envelope.signatures().stream()
            .map(one -> new DsseEnvelope.Signature("nobody", one.sig()))
            .toList();
    DsseEnvelope hinted = new DsseEnvelope(envelope.payloadType(), envelope.payload(), misnamed);
    for (KeyPair pair : List.of(first, second)) {
      assertThat(Dsse.opened(hinted, VerifyingKey.ofSpki(pair.getPublic().getEncoded())))
          .isEqualTo(BODY);
    }
  }

  /** Other people's programs read it: the names are those of DSSE. */
  @Test
  void isWrittenAsDsseNamesIt() {
    assertThat(JsonText.of(Dsse.signed(Dsse.envelope(BODY), "k", new byte[] {1})))
        .isEqualTo(
            "{\"payloadType\":\"application/vnd.in-toto+json\",\"payload\":\"eyJhIjoiw6QifQ==\","
                + "\"signatures\":[{\"keyid\":\"k\",\"sig\":\"AQ==\"}]}");
  }

  private static DsseEnvelope signed(KeyPair pair, DsseEnvelope envelope) throws Exception {
    boolean edwards = pair.getPublic().getAlgorithm().equals("EdDSA");
    Signature signature = Signature.getInstance(edwards ? "Ed25519" : "SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(Dsse.pae(Dsse.IN_TOTO, BODY));
    return Dsse.signed(envelope, "some", signature.sign());
  }
}
