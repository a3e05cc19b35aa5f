package org.freehold.releases.approvals.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.freehold.releases.approvals.KeyAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyingKeyTest {
  private static final String ED25519 = "302a300506032b6570032100";
  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

  /** RFC 8032 §7.1, test 2. */
  @Test
  void verifiesTheVectorOfTheStandard() {
    VerifyingKey key = edwards("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    byte[] signature =
        hex(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    assertThat(key.verifies(hex("72"), signature)).isTrue();
    assertThat(key.verifies(hex("73"), signature)).isFalse();
    assertThat(key.verifies(hex("72"), new byte[0])).isFalse();
    assertThat(key.verifies(hex("72"), new byte[64])).isFalse();
    assertThat(key.verifies(hex("72"), Arrays.copyOf(signature, 65))).as("one zero more").isFalse();
    // RFC 8037 appendix A.2 writes another key; the form is the same.
    assertThat(key.jwk())
        .containsEntry("kty", "OKP")
        .containsEntry("crv", "Ed25519")
        .containsEntry("x", "PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw")
        .containsEntry("kid", key.id());
  }

  @Test
  void readsItsOwnPem() throws Exception {
    for (KeyPair pair : new KeyPair[] {edwardsPair(), curvePair("secp256r1")}) {
      VerifyingKey key = VerifyingKey.ofSpki(pair.getPublic().getEncoded());
      assertThat(key.pem()).startsWith("-----BEGIN PUBLIC KEY-----\n");
      assertThat(VerifyingKey.ofPem(key.pem()).id()).isEqualTo(key.id()).hasSize(64);
    }
    assertThat(VerifyingKey.ofSpki(curvePair("secp256r1").getPublic().getEncoded()).algorithm())
        .isEqualTo(KeyAlgorithm.ECDSA_P256);
  }

  @Test
  void refusesOtherKindsOfKeys() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    byte[] rsaKey = rsa.generateKeyPair().getPublic().getEncoded();
    byte[] wrongCurve = curvePair("secp384r1").getPublic().getEncoded();
    byte[] privateKey = edwardsPair().getPrivate().getEncoded();
    for (byte[] spki : new byte[][] {rsaKey, wrongCurve, privateKey, new byte[0], hex("3000")}) {
      assertThatThrownBy(() -> VerifyingKey.ofSpki(spki))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> VerifyingKey.ofPem("-----BEGIN PUBLIC KEY-----\n!!\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAPointBesideTheCurve() throws Exception {
    byte[] spki = curvePair("secp256r1").getPublic().getEncoded();
    spki[spki.length - 1] ^= 1;
    assertThatThrownBy(() -> VerifyingKey.ofSpki(spki))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
      })
  void refusesKeysForWhichAnybodyCanSign(String encoded) {
    assertThat(orderDividesEight(hex(encoded))).as("it is one").isTrue();
    assertThatThrownBy(() -> edwards(encoded)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Eight times the point is the neutral one: doubles y three times, by the curve's equation. */
  private static boolean orderDividesEight(byte[] encoded) {
    byte[] big = encoded.clone();
    big[31] &= 0x7f;
    for (int i = 0; i < 16; i++) {
      byte low = big[i];
      big[i] = big[31 - i];
      big[31 - i] = low;
    }
    BigInteger y = new BigInteger(1, big).mod(P);
    BigInteger d =
        BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);
    for (int i = 0; i < 3; i++) {
      BigInteger y2 = y.pow(2).mod(P);
      BigInteger x2 =
          y2.subtract(BigInteger.ONE)
              .multiply(d.multiply(y2).add(BigInteger.ONE).modInverse(P))
              .mod(P);
      BigInteger dxy = d.multiply(x2).multiply(y2);
      y = y2.add(x2).multiply(BigInteger.ONE.subtract(dxy).modInverse(P)).mod(P);
    }
    return y.equals(BigInteger.ONE);
  }

  private static VerifyingKey edwards(String raw) {
    return VerifyingKey.ofSpki(hex(ED25519 + raw));
  }

  private static KeyPair edwardsPair() throws Exception {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  private static KeyPair curvePair(String name) throws Exception {
    KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
    curve.initialize(new ECGenParameterSpec(name));
    return curve.generateKeyPair();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  @Test
  void takesOneFormOfAKeyOnly() {
    byte[] spki = hex(ED25519 + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    assertThat(VerifyingKey.ofPem(Base64.getEncoder().encodeToString(spki)).spki()).isEqualTo(spki);
    byte[] longer = Arrays.copyOf(spki, spki.length + 1);
    assertThatThrownBy(() -> VerifyingKey.ofSpki(longer))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
