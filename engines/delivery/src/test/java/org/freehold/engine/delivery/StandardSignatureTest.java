package org.freehold.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the vectors that the published libraries carry. */
class StandardSignatureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "msg_p5jXN8AQM9LWM0D4loKWxJek|1614265330|{\"test\": 2432232314}|whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw|v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "7a2486b3-31cf-4bd3-a460-df8845d16cd5|1737987215|{\"greetings\": \"Hello World\"}|whsec_b6Ovv5eS7H5seJrGSStBYDivs8v2/KrFjfMaVZYsi7w=|v1,iayM3VaiYCEDP/CxWUFWcxUCJk2YmBDQHtHTsaHzrwo="
      })
  void signsAsThePublishedLibrariesDo(
      String id, long timestamp, String body, String secret, String signature) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    assertThat(StandardSignature.sign(id, timestamp, bytes, WebhookSecret.parse(secret)))
        .isEqualTo(signature);
  }

  @Test
  void signsWithEverySecretInOneHeader() {
    WebhookSecret one = WebhookSecret.random();
    WebhookSecret other = WebhookSecret.random();
    byte[] body = {1, 2, 3};
    assertThat(StandardSignature.sign("msg", 1, body, one, other))
        .isEqualTo(
            StandardSignature.sign("msg", 1, body, one)
                + " "
                + StandardSignature.sign("msg", 1, body, other));
  }

  @Test
  void refusesAnIdWithAFullStop() {
    WebhookSecret secret = WebhookSecret.random();
    assertThatThrownBy(() -> StandardSignature.sign("a.b", 1, new byte[0], secret))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSecretIsWrittenReadAndNeverLogged() {
    WebhookSecret secret = WebhookSecret.random();
    assertThat(secret.key()).hasSize(32);
    assertThat(WebhookSecret.parse(secret.text()).key()).isEqualTo(secret.key());
    assertThat(secret.toString()).isEqualTo("whsec_…");
    assertThatThrownBy(() -> WebhookSecret.parse("whsec_c2hvcnQ="))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
