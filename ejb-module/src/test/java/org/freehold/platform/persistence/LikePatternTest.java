package org.freehold.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikePatternTest {
  @Test
  void nothingOfTheTextIsAWildcard() {
    assertThat(LikePattern.containing("50%_Off!")).isEqualTo("%50!%!_off!!%");
  }

  @Test
  void noTextIsNoPattern() {
    assertThat(LikePattern.containing(null)).isNull();
  }
}
