package org.freehold.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EgressWeatherTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

  private final EgressWeather weather = new EgressWeather();

  @BeforeEach
  void allAreWell() {
    for (int i = 0; i < 20; i++) {
      weather.reached("hooks.site" + i + ".example", NOW);
    }
  }

  @Test
  void isStormyWhenManySitesAreOutOfReachAtOnce() {
    for (int i = 0; i < EgressWeather.SITES - 1; i++) {
      assertThat(fail(i, 1)).isFalse();
    }
    assertThat(fail(EgressWeather.SITES, 1)).isTrue();
    weather.reached("hooks.site0.example", NOW.plusSeconds(2));
    assertThat(weather.isStormy()).as("one was reached").isFalse();
  }

  @Test
  void oneThatIsReachedAmongThoseThatAreNotSpeaksForOurNetwork() {
    for (int i = 0; i < 19; i++) {
      assertThat(fail(i, i + 1)).isEqualTo(false);
      weather.reached("hooks.site19.example", NOW.plusSeconds(i + 1));
    }
  }

  @Test
  void namesBelowOneDomainAreOneSite() {
    for (int i = 0; i < 50; i++) {
      weather.reached("a" + i + ".customer.example", NOW);
    }
    for (int i = 0; i < 50; i++) {
      assertThat(weather.failed("a" + i + ".customer.example", NOW.plusSeconds(1))).isFalse();
    }
    assertThat(EgressWeather.siteOf("10.1.2.3")).isEqualTo("10.1.2.3");
    assertThat(EgressWeather.siteOf("fd00::1")).isEqualTo("fd00::1");
    assertThat(EgressWeather.siteOf("localhost")).isEqualTo("localhost");
  }

  @Test
  void receiversThatWereNeverWellSayNothingOfOurNetwork() {
    EgressWeather another = new EgressWeather();
    for (int i = 0; i < 50; i++) {
      assertThat(another.failed("dead" + i + ".example", NOW.plusSeconds(i))).isFalse();
    }
  }

  @Test
  void failuresFarApartAreNotOneStorm() {
    for (int i = 0; i < 20; i++) {
      assertThat(fail(i, 1 + i * 60)).isFalse();
    }
  }

  private boolean fail(int site, int second) {
    return weather.failed("hooks.site" + site + ".example", NOW.plusSeconds(second));
  }
}
