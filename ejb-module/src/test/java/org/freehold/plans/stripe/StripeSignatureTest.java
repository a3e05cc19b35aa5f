package org.freehold.plans.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against signatures that Stripe's published library makes, and beside its judgement. */
class StripeSignatureTest {
  private static final String SECRET = "whsec_" + "k".repeat(32);
  private static final String BODY = "{\n  \"id\": \"evt_1\",\n  \"type\": \"invoice.paid\"\n}";
  private static final Instant NOW = Instant.now();

  private static String v1(long time, String secret) throws Exception {
    return Webhook.Util.computeHmacSha256(secret, time + "." + BODY);
  }

  private static long now() {
    return NOW.getEpochSecond();
  }

  private static void require(String header, String body) {
    StripeSignature.require(
        header, body.getBytes(StandardCharsets.UTF_8), List.of("whsec_of_before", SECRET), NOW);
  }

  private static void assertTaken(String header) throws Exception {
    require(header, BODY);
    assertThat(Webhook.Signature.verifyHeader(BODY, header, SECRET, 300)).isTrue();
  }

  private static void assertRefused(String header, String body) {
    assertThatThrownBy(() -> require(header, body))
        .isInstanceOfSatisfying(
            InvalidStripeEvent.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(400);
              assertThat(problem.code()).isEqualTo("stripe_signature_invalid");
            });
  }

  @Test
  void takesWhatStripesLibrarySigns() throws Exception {
    assertTaken("t=" + now() + ",v1=" + v1(now(), SECRET));
    assertTaken(Webhook.Signature.generateSignatureHeader(BODY, SECRET, now()));
    assertTaken("t=" + now() + ",v1=" + v1(now(), SECRET) + ",v0=" + "0".repeat(64));
    assertTaken("t=" + (now() - 290) + ",v1=" + v1(now() - 290, SECRET));
  }

  @Test
  void takesOneOfSeveralSignaturesWhileASecretIsRolled() throws Exception {
    String header = "t=" + now() + ",v1=" + v1(now(), "whsec_new") + ",v1=" + v1(now(), SECRET);
    assertTaken(header);
    require("t=" + now() + ",v1=" + v1(now(), "whsec_of_before"), BODY);
  }

  @Test
  void refusesAnotherBodyAnotherSecretAndUpperCase() throws Exception {
    String header = "t=" + now() + ",v1=" + v1(now(), SECRET);
    assertRefused(header, BODY + " ");
    assertThatThrownBy(() -> Webhook.Signature.verifyHeader(BODY + " ", header, SECRET, 300))
        .isInstanceOf(SignatureVerificationException.class);
    assertRefused("t=" + now() + ",v1=" + v1(now(), "whsec_other"), BODY);
    assertRefused("t=" + now() + ",v1=" + v1(now(), SECRET).toUpperCase(Locale.ROOT), BODY);
    assertRefused("t=" + (now() + 1) + ",v1=" + v1(now(), SECRET), BODY);
  }

  @Test
  void refusesWhatIsOld() throws Exception {
    require("t=" + (now() - 300) + ",v1=" + v1(now() - 300, SECRET), BODY);
    String header = "t=" + (now() - 301) + ",v1=" + v1(now() - 301, SECRET);
    assertRefused(header, BODY);
    assertThatThrownBy(() -> Webhook.Signature.verifyHeader(BODY, header, SECRET, 300))
        .isInstanceOf(SignatureVerificationException.class);
  }

  /** Stripe's library takes it. */
  @Test
  void refusesWhatComesFromTheFuture() throws Exception {
    require("t=" + (now() + 300) + ",v1=" + v1(now() + 300, SECRET), BODY);
    long tomorrow = now() + 86_400;
    String header = "t=" + tomorrow + ",v1=" + v1(tomorrow, SECRET);
    assertThat(Webhook.Signature.verifyHeader(BODY, header, SECRET, 300)).isTrue();
    assertRefused(header, BODY);
  }

  /** At some of these Stripe's library fails with an exception that nobody expects. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "t",
        "t=",
        "t=abc",
        "t=-5",
        "t=0",
        "t=1e9",
        "t=99999999999999999999",
        "v1",
        "=",
        ",,,"
      })
  void refusesWhatIsMalformed(String beginning) throws Exception {
    assertRefused(beginning, BODY);
    assertRefused(beginning + ",v1=" + v1(now(), SECRET), BODY);
  }

  @Test
  void refusesAHeaderWithoutTheSchemeAndOneThatIsNotThere() throws Exception {
    assertRefused("t=" + now() + ",v0=" + v1(now(), SECRET), BODY);
    assertRefused("t=" + now() + ",v1", BODY);
    assertRefused("v1=" + v1(now(), SECRET), BODY);
    assertRefused(null, BODY);
    assertRefused("t=" + now() + ",v1=" + v1(now(), SECRET) + ",v1=x".repeat(2000), BODY);
  }

  @Test
  void takesNothingWithoutASecret() throws Exception {
    String header = "t=" + now() + ",v1=" + v1(now(), SECRET);
    assertThatThrownBy(
            () ->
                StripeSignature.require(
                    header, BODY.getBytes(StandardCharsets.UTF_8), List.of(), NOW))
        .isInstanceOf(InvalidStripeEvent.class);
  }
}
