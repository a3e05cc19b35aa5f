package org.freehold.keys.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTextTest {
  /** Worked out with another implementation of CRC-32. */
  private static final String KNOWN = "sk_live_0000000000000000000000000000001yMVfD";

  @Test
  void aNewKeyIsReadAgain() {
    for (String kind : new String[] {"live", "test"}) {
      ApiKeyText key = ApiKeyText.random(kind);
      assertThat(key.value()).matches("sk_" + kind + "_[0-9A-Za-z]{36}");
      assertThat(ApiKeyText.parse(key.value(), kind)).contains(key);
    }
  }

  @Test
  void theChecksumIsTheCrc32InBase62() {
    assertThat(ApiKeyText.parse(KNOWN, "live")).isPresent();
  }

  @Test
  void everyTypoOfOneCharacterIsFound() {
    String key = ApiKeyText.random("live").value();
    for (int i = 0; i < key.length(); i++) {
      for (char other : new char[] {'0', 'a', 'Z', '_', ' ', 'é'}) {
        if (key.charAt(i) != other) {
          String typo = key.substring(0, i) + other + key.substring(i + 1);
          assertThat(ApiKeyText.parse(typo, "live")).as(typo).isEmpty();
        }
      }
    }
  }

  @Test
  void twoNeighboursThatChangedPlacesAreFound() {
    String key = ApiKeyText.random("live").value();
    for (int i = 8; i + 1 < key.length(); i++) {
      String swapped =
          key.substring(0, i) + key.charAt(i + 1) + key.charAt(i) + key.substring(i + 2);
      if (!swapped.equals(key)) {
        assertThat(ApiKeyText.parse(swapped, "live")).as(swapped).isEmpty();
      }
    }
  }

  @Test
  void aKeyOfTheOtherKindIsNone() {
    assertThat(ApiKeyText.parse(ApiKeyText.random("test").value(), "live")).isEmpty();
    assertThat(ApiKeyText.parse(ApiKeyText.random("live").value(), "test")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sk_", "sk_live_", "sk_live_short", "sk_none_0", "eyJhbGciOi.e30.x"})
  void whatHasAnotherFormIsNone(String text) {
    assertThat(ApiKeyText.parse(text, "live")).isEmpty();
  }

  @Test
  void keysDifferAndUseEveryDigit() {
    Set<String> keys = new HashSet<>();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      String key = ApiKeyText.random("live").value();
      keys.add(key);
      all.append(key, 8, 38);
    }
    assertThat(keys).hasSize(1000);
    assertThat(all.chars().distinct().count()).isEqualTo(62);
  }

  @Test
  void whatIsKeptAndToldIsNotTheKey() {
    ApiKeyText key = ApiKeyText.random("live");
    assertThat(key.hash()).matches("[0-9a-f]{64}");
    assertThat(key.prefix()).isEqualTo(key.value().substring(0, 12));
    assertThat(key.lastFour()).hasSize(4);
    assertThat(key.toString()).doesNotContain(key.value().substring(12));
  }
}
