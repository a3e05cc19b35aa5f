package org.freehold.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentTest {
  private static final String ORIGIN = "freehold.example";

  @Test
  void asksForItsOriginAndForARateIfThereIsOne() {
    assertThat(Consent.question(ORIGIN, null)).containsOnlyKeys("WebHook-Request-Origin");
    assertThat(Consent.question(ORIGIN, 120))
        .containsEntry("WebHook-Request-Origin", ORIGIN)
        .containsEntry("WebHook-Request-Rate", "120");
  }

  @Test
  void isGrantedToTheOriginThatAskedOrToAll() {
    assertThat(answer(List.of(ORIGIN), List.of("*"))).isEqualTo(new Consent(true, null, null));
    assertThat(answer(List.of(" * "), List.of())).isEqualTo(new Consent(true, null, null));
    assertThat(answer(List.of("Freehold.Example"), List.of("100")).perMinute()).isEqualTo(100);
    assertThat(answer(List.of("*"), List.of("99999999999")).perMinute()).isNull();
  }

  @Test
  void anAnswerWithoutTheHeaderIsNone() {
    assertThat(answer(List.of(), List.of("100")).isGranted()).isFalse();
    assertThat(answer(List.of(), List.of()).why()).contains("WebHook-Allowed-Origin");
  }

  @Test
  void isNotGrantedToAnotherOriginNorToSeveral() {
    for (List<String> origins :
        List.of(
            List.of("other.example"),
            List.of("*.example"),
            List.of(ORIGIN + ", *"),
            List.of(""),
            List.of(ORIGIN, "other.example"))) {
      assertThat(answer(origins, List.of()).isGranted()).as(origins.toString()).isFalse();
    }
  }

  @Test
  void aRateThatIsNoneIsNoConsent() {
    for (String rate : List.of("0", "-1", "fast", "1.5", "", "100, 200")) {
      assertThat(answer(List.of("*"), List.of(rate)).isGranted()).as(rate).isFalse();
    }
    assertThat(answer(List.of("*"), List.of("1", "2")).isGranted()).isFalse();
  }

  private static Consent answer(List<String> origins, List<String> rates) {
    return Consent.of(ORIGIN, origins, rates);
  }
}
