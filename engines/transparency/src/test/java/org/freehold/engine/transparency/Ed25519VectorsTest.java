package org.freehold.engine.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures of notes are held to the published vectors, also those that are made to deceive. */
class Ed25519VectorsTest {
  private static final String SPKI = "302a300506032b6570032100";
  private static final String PKCS8 = "302e020100300506032b657004220420";

  /** One line of a vector file. */
  record Line(List<String> columns) {
    String name() {
      return columns.get(0);
    }

    VerifierKey key() {
      return VerifierKey.ofSpki("vectors", Vectors.hex(SPKI + columns.get(2)));
    }

    byte[] message() {
      return Vectors.hex(columns.get(3));
    }

    byte[] signature() {
      return Vectors.hex(columns.get(4));
    }

    @Override
    public String toString() {
      return name();
    }
  }

  static List<Line> wycheproof() throws IOException {
    List<Line> lines = lines("ed25519-wycheproof.tsv");
    assertThat(lines).hasSize(151);
    return lines;
  }

  static List<Line> rfc8032() throws IOException {
    List<Line> lines = lines("ed25519-rfc8032.tsv");
    assertThat(lines).hasSize(5);
    return lines;
  }

  private static List<Line> lines(String file) throws IOException {
    return Vectors.lines(file).stream()
        .map(line -> new Line(List.of(line.split("\t", -1))))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("wycheproof")
  void verifiesWhatIsValidAndNothingElse(Line line) {
    assertThat(line.key().verifies(line.message(), line.signature()))
        .isEqualTo(line.columns().get(1).equals("valid"));
  }

  @ParameterizedTest
  @MethodSource("rfc8032")
  void verifiesTheSignaturesOfTheRfcAndNoneWithABitAnother(Line line) {
    assertThat(line.key().verifies(line.message(), line.signature())).isTrue();
    for (int at = 0; at < 64; at++) {
      byte[] changed = line.signature();
      changed[at] ^= 1;
      assertThat(line.key().verifies(line.message(), changed)).as("octet " + at).isFalse();
    }
  }

  /** So that it is what this platform signs notes with. */
  @ParameterizedTest
  @MethodSource("rfc8032")
  void thePlatformSignsAsTheRfc(Line line) throws GeneralSecurityException {
    Signature signing = Signature.getInstance("Ed25519");
    signing.initSign(
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new PKCS8EncodedKeySpec(Vectors.hex(PKCS8 + line.columns().get(1)))));
    signing.update(line.message());
    assertThat(signing.sign()).isEqualTo(line.signature());
  }
}
