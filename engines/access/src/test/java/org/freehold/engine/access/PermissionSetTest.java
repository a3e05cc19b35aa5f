package org.freehold.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionSetTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 127, 128, 191, 192, 255})
  void holdsExactlyItsBits(int index) {
    PermissionSet set = PermissionSet.of(index);
    assertThat(IntStream.range(0, 256).filter(set::has)).containsExactly(index);
    assertThat(set.isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 256, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void refusesAnIndexOutsideItsRange(int index) {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> PermissionSet.NONE.has(index));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> PermissionSet.of(index));
  }

  @Test
  void unitesWithoutChangingEitherSide() {
    PermissionSet low = PermissionSet.of(3, 70);
    PermissionSet high = PermissionSet.of(70, 200);
    assertThat(low.union(high)).isEqualTo(PermissionSet.of(3, 70, 200));
    assertThat(low).isEqualTo(PermissionSet.of(70, 3));
    assertThat(low.union(PermissionSet.NONE)).isSameAs(low);
  }

  @Test
  void containsItsParts() {
    PermissionSet set = PermissionSet.of(3, 70, 130, 200);
    assertThat(set.containsAll(PermissionSet.of(70, 200))).isTrue();
    assertThat(set.containsAll(PermissionSet.NONE)).isTrue();
    for (int missing : new int[] {4, 71, 131, 201}) {
      assertThat(set.containsAll(PermissionSet.of(3, missing))).isFalse();
    }
  }

  @Test
  void equalsBySetBits() {
    assertThat(PermissionSet.of())
        .isEqualTo(PermissionSet.NONE)
        .hasSameHashCodeAs(PermissionSet.NONE);
    assertThat(PermissionSet.of(200)).isNotEqualTo(PermissionSet.of(136)).isNotEqualTo(null);
    assertThat(PermissionSet.of(1, 255)).hasSameHashCodeAs(PermissionSet.of(255, 1));
    assertThat(PermissionSet.NONE.isEmpty()).isTrue();
  }
}
