package org.freehold.releases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {
  @Test
  void beginsWhereNothingWas() {
    assertThat(Versions.next(List.of())).isEqualTo("0.1.0");
  }

  @Test
  void isOnePatchAfterTheHighestAndNotAfterTheLast() {
    assertThat(Versions.next(List.of("1.9.3", "1.10.0", "1.2.99"))).isEqualTo("1.10.1");
    assertThat(Versions.next(List.of("2.0.0-rc.1+build.5"))).isEqualTo("2.0.1");
  }

  @Test
  void takesWhatSemanticVersioningTakes() {
    assertThat(List.of("1.0.0", "1.0.0-alpha.1", "1.0.0+20130313144700", "1.0.0-x-y-z.--"))
        .allMatch(version -> version.matches(Versions.FORM));
    assertThat(List.of("1.0", "v1.0.0", "01.0.0", "1.0.0-01", "1.0.0-", "1.0.0+"))
        .noneMatch(version -> version.matches(Versions.FORM));
  }
}
