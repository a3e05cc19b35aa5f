package org.freehold.cli.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WatchingTest {
  private static final JsonObject BEGUN = Json.createObjectBuilder().add("status", "new").build();
  private static final JsonObject OVER = Json.createObjectBuilder().add("status", "old").build();
  private static final Failure CUT = new Failure("Cut.", "Again.", new IOException("cut"));

  private Instant now = Instant.parse("2026-01-31T12:00:00Z");
  private int looks;
  private final Watching watching = new Watching(() -> now);

  private JsonObject watched(UnaryOperator<JsonObject> look) {
    return watching.toTheEnd(BEGUN, OVER::equals, look);
  }

  private JsonObject cut(Duration after, boolean heard) {
    now = now.plus(after);
    if (heard) {
      watching.heard();
    }
    throw CUT;
  }

  @Test
  void goesOnWhenAStreamThatToldForLongIsCut() {
    assertThat(watched(last -> ++looks == 1 ? cut(Duration.ofMinutes(10), true) : OVER))
        .isEqualTo(OVER);
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void endsWhenNothingIsHeardOfTheServerForTwoMinutes() {
    assertThatThrownBy(
            () -> watched(last -> cut(Duration.ofSeconds(++looks == 1 ? 100 : 21), false)))
        .isSameAs(CUT);
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void endsAtOnceWhereTheServerSaysNo() {
    Failure no = new Failure("No.", "Never.");
    assertThatThrownBy(
            () ->
                watched(
                    last -> {
                      looks++;
                      throw no;
                    }))
        .isSameAs(no);
    assertThat(looks).isEqualTo(1);
  }
}
