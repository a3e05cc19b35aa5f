package org.freehold.engine.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureTest {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** RFC 9901 §4.2.1 and §4.2.3. */
  @Test
  void readsTheExampleOfTheRfc() {
    Disclosure disclosure =
        Disclosure.parse("WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0");
    assertThat(disclosure.path()).isEqualTo("family_name");
    assertThat(disclosure.value()).isEqualTo("M\u00f6bius");
    assertThat(disclosure.commitment()).isEqualTo("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ann@example.com", "", "\"quoted\" \\ / \b\f\n\r\t\u0001", "\ud83d\ude02 \u2028"})
  void givesBackItsValue(String value) {
    Disclosure disclosure = Disclosure.of(RANDOM, "actor.email", value);
    assertThat(disclosure.value()).isEqualTo(value);
    assertThat(Disclosure.parse(disclosure.encoded())).isEqualTo(disclosure);
    assertThat(disclosure.encoded()).matches("[A-Za-z0-9_-]+");
    assertThat(disclosure.commitment()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void saltsEveryValueWith128Bits() {
    Disclosure first = Disclosure.of(RANDOM, "actor.ip", "192.0.2.1");
    Disclosure second = Disclosure.of(RANDOM, "actor.ip", "192.0.2.1");
    assertThat(first.commitment()).isNotEqualTo(second.commitment());
    String json =
        new String(Base64.getUrlDecoder().decode(first.encoded()), StandardCharsets.UTF_8);
    assertThat(json).matches("\\[\"[A-Za-z0-9_-]{22}\",\"actor\\.ip\",\"192\\.0\\.2\\.1\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"salt\",\"path\",\"value\"]",
        " [ \"salt\" ,\n\"path\",\t\"value\"\r] ",
        "[\"s\\u0061lt\",\"\\u0070ath\",\"v\\u0061lue\"]"
      })
  void readsAnyJsonForm(String json) {
    Disclosure disclosure = Disclosure.parse(encode(json));
    assertThat(disclosure.path()).isEqualTo("path");
    assertThat(disclosure.value()).isEqualTo("value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "[\"salt\",\"path\"]",
        "[\"salt\",\"path\",\"value\",\"more\"]",
        "[\"salt\",\"path\",1]",
        "[\"salt\",\"path\",\"value\"",
        "[\"salt\",\"path\",\"value]",
        "[\"salt\",\"path\",\"value\",]",
        "[\"salt\",\"path\",\"value\"]x",
        "[\"salt\",\"path\",\"\\x\"]",
        "[\"salt\",\"path\",\"\\u00g0\"]",
        "[\"salt\",\"path\",\"\\u\uff11000\"]",
        "[\"salt\",\"path\",\"a\nb\"]"
      })
  void refusesAnythingElse(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> Disclosure.parse(encode(json)));
  }

  @Test
  void refusesWhatIsNotBase64urlOfUtf8() {
    String latin1 =
        Base64.getUrlEncoder()
            .encodeToString("[\"s\",\"p\",\"\u00f6\"]".getBytes(StandardCharsets.ISO_8859_1));
    assertThatIllegalArgumentException().isThrownBy(() -> Disclosure.parse(latin1));
    assertThatIllegalArgumentException().isThrownBy(() -> Disclosure.parse("a+b/"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Disclosure.of(RANDOM, "actor.name", "\ud83d"));
  }

  @Test
  void refusesThePathOfAnother() {
    String encoded = Disclosure.of(RANDOM, "actor.email", "ann@example.com").encoded();
    assertThatIllegalArgumentException().isThrownBy(() -> new Disclosure("actor.ip", encoded));
  }

  @Test
  void doesNotPrintWhatItHides() {
    Disclosure disclosure = Disclosure.of(RANDOM, "actor.email", "ann@example.com");
    assertThat(disclosure.toString())
        .contains("actor.email")
        .doesNotContain("ann@example.com")
        .doesNotContain(disclosure.encoded());
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
