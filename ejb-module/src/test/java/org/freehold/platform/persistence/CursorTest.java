package org.freehold.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.freehold.platform.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static final Sort BY_NAME = Sort.of("name", List.of("-created_at", "name"));

  @Test
  void comesBackAsItWasGiven() {
    Cursor cursor = new Cursor("name", "Ünïcode \"quoted\"", UUID.randomUUID());
    assertThat(Cursor.of(cursor.toString(), BY_NAME)).isEqualTo(cursor);
  }

  @Test
  void isRefusedByAListSortedOtherwise() {
    Cursor cursor = new Cursor("-name", "a", UUID.randomUUID());
    assertThatThrownBy(() -> Cursor.of(cursor.toString(), BY_NAME)).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "!", "bm90IGpzb24", "W10", "WyJuYW1lIiwxLDJd", "WyJuYW1lIiwiYSIsIngiXQ"})
  void isRefusedWhenItIsNone(String text) {
    assertThatThrownBy(() -> Cursor.of(text, BY_NAME)).isInstanceOf(Invalid.class);
  }

  @Test
  void sortsOnlyByWhatTheListKnows() {
    assertThat(Sort.of(null, List.of("-created_at", "name")))
        .isEqualTo(new Sort("created_at", true));
    assertThat(Sort.of("-name", List.of("-created_at", "name"))).isEqualTo(new Sort("name", true));
    assertThatThrownBy(() -> Sort.of("password", List.of("name"))).isInstanceOf(Invalid.class);
  }
}
