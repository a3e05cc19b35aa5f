package org.freehold.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCertificateTest {
  @TempDir static Path folder;
  private static MadeCertificate one;

  @BeforeAll
  static void make() throws Exception {
    one = MadeCertificate.of("EC", "-1H", folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void takesAPairOfEachUsualKind(String algorithm) throws Exception {
    MadeCertificate made = MadeCertificate.of(algorithm, "-1H", folder);
    ClientCertificate certificate = ClientCertificate.parse(made.certificate(), made.key());
    assertThat(certificate.chain()).hasSize(1);
    assertThat(certificate.chain().get(0).getSubjectX500Principal().getName())
        .contains("CN=A client");
    assertThat(ClientCertificate.sha256(certificate.chain().get(0))).matches("[0-9a-f]{64}");
    assertThat(certificate.toString()).doesNotContain("PRIVATE");
  }

  @Test
  void refusesTheKeyOfAnother() throws Exception {
    MadeCertificate other = MadeCertificate.of("EC", "-1H", folder);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClientCertificate.parse(one.certificate(), other.key()))
        .withMessageContaining("not the one of the certificate");
    MadeCertificate ofAnotherKind = MadeCertificate.of("RSA", "-1H", folder);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClientCertificate.parse(one.certificate(), ofAnotherKind.key()));
  }

  @Test
  void refusesKeysThatMakeEveryCallDear() throws Exception {
    MadeCertificate most = MadeCertificate.of(folder, "-keyalg", "RSA", "-keysize", "4096");
    assertThat(ClientCertificate.parse(most.certificate(), most.key()).chain()).hasSize(1);
    MadeCertificate longer = MadeCertificate.of(folder, "-keyalg", "RSA", "-keysize", "4104");
    MadeCertificate old = MadeCertificate.of(folder, "-keyalg", "DSA", "-keysize", "1024");
    for (MadeCertificate made : new MadeCertificate[] {longer, old}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ClientCertificate.parse(made.certificate(), made.key()))
          .withMessageContaining("RSA of 4096 bits at the most");
    }
  }

  @Test
  void whatWasTakenIsReadAgainWithoutBeingProved() throws Exception {
    assertThat(ClientCertificate.reread(one.certificate(), one.key()))
        .isEqualTo(ClientCertificate.parse(one.certificate(), one.key()));
    MadeCertificate other = MadeCertificate.of("EC", "-1H", folder);
    assertThat(ClientCertificate.reread(one.certificate(), other.key()).key()).isNotNull();
  }

  @Test
  void knowsWhenItIsValid() {
    ClientCertificate certificate = ClientCertificate.parse(one.certificate(), one.key());
    Instant now = Instant.now();
    assertThat(certificate.isValidAt(now)).isTrue();
    assertThat(certificate.isValidAt(now.plus(Duration.ofDays(2)))).isFalse();
    assertThat(certificate.isValidAt(now.minus(Duration.ofDays(2)))).isFalse();
  }

  @Test
  void refusesWhatIsNone() {
    String noise = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    for (String certificate :
        new String[] {
          "",
          "no PEM",
          one.key(),
          noise,
          one.certificate().repeat(6),
          one.certificate() + "x",
          "x".repeat(30_000)
        }) {
      assertThatIllegalArgumentException()
          .as(certificate)
          .isThrownBy(() -> ClientCertificate.parse(certificate, one.key()));
    }
    for (String key :
        new String[] {
          "",
          one.certificate(),
          one.key().replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"),
          "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
        }) {
      assertThatIllegalArgumentException()
          .as(key)
          .isThrownBy(() -> ClientCertificate.parse(one.certificate(), key));
    }
  }
}
