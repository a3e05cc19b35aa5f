package org.freehold.engine.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemverTest {
  /** Semantic Versioning 2.0.0 §11, and numbers that need more than their first digit. */
  private static final List<String> ORDERED =
      List.of(
          "0.0.1",
          "0.9.0",
          "0.10.0",
          "1.0.0-1",
          "1.0.0-2",
          "1.0.0-11",
          "1.0.0-alpha",
          "1.0.0-alpha.1",
          "1.0.0-alpha.beta",
          "1.0.0-beta",
          "1.0.0-beta.2",
          "1.0.0-beta.11",
          "1.0.0-rc.1",
          "1.0.0",
          "1.0.1-a-b",
          "1.0.1",
          "2.0.0",
          "2.1.0",
          "99999999999999999999999.0.0");

  @Test
  void ordersByPrecedence() {
    for (int i = 0; i < ORDERED.size(); i++) {
      for (int j = 0; j < ORDERED.size(); j++) {
        assertThat(Integer.signum(Semver.compare(ORDERED.get(i), ORDERED.get(j))))
            .as(ORDERED.get(i) + " and " + ORDERED.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
    assertThat(ORDERED).allMatch(Semver::isVersion);
  }

  @Test
  void buildMetadataMakesNoDifference() {
    assertThat(Semver.isVersion("1.0.0+001.x-y")).isTrue();
    assertThat(Semver.compare("1.0.0+1", "1.0.0+2.a")).isZero();
    assertThat(Semver.compare("1.0.0+a-b", "1.0.0")).isZero();
    assertThat(Semver.compare("1.0.0-rc+1", "1.0.0")).isNegative();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2",
        "1.2.3.4",
        "01.2.3",
        "1.2.03",
        "v1.2.3",
        "1.2.x",
        "1.2.3-",
        "1.2.3-01",
        "1.2.3-a..b",
        "1.2.3+",
        "1.2.3-ä",
        "-1.2.3",
        " 1.2.3",
        "1..3",
        "1.2.3+a+b"
      })
  void refusesWhatIsNone(String text) {
    assertThat(Semver.isVersion(text)).isFalse();
  }
}
