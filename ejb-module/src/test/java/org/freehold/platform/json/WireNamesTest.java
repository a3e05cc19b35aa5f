package org.freehold.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WireNamesTest {
  private enum Plain {
    FIRST,
    SECOND_ONE {
      @Override
      public String toString() {
        return "a class of its own";
      }
    }
  }

  private enum Named implements WireNamed {
    MORE;

    @Override
    public String wireName() {
      return ">";
    }
  }

  @Test
  void constantsAreKnownByTheirNamesAndNoOthers() {
    for (Plain one : Plain.values()) {
      assertThat(WireNames.constant(Plain.class, WireNames.of(one))).contains(one);
    }
    assertThat(WireNames.of(Plain.SECOND_ONE)).isEqualTo("second_one");
    assertThat(WireNames.constant(Plain.class, "SECOND_ONE")).isEmpty();
    assertThat(WireNames.constant(Plain.class, null)).isEmpty();
  }

  @Test
  void whatNamesItselfIsCalledSo() {
    assertThat(WireNames.of(Named.MORE)).isEqualTo(">");
    assertThat(WireNames.constant(Named.class, ">")).contains(Named.MORE);
    assertThat(WireNames.constant(Named.class, "more")).isEmpty();
  }
}
