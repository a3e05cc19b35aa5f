package org.freehold.environments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.freehold.environments.LossPreview.Loss;
import org.freehold.environments.LossPreview.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossDigestTest {
  private static final Loss ORDERS = new Loss("table orders", 7, "It goes.");
  private static final Loss TIERS = new Loss("column shops.tier", 3001, "It goes.");

  private static LossPreview losing(Loss... losses) {
    return new LossPreview(Window.OPEN, Arrays.asList(losses));
  }

  private static LossDigest accepted(LossPreview preview) {
    return LossDigest.read(preview.digest()).orElseThrow();
  }

  private static Loss orders(long rows) {
    return new Loss(ORDERS.object(), rows, ORDERS.what());
  }

  @Test
  void tellsHowManyRowsOfEachBehindTheKinds() {
    assertThat(losing(TIERS, ORDERS).digest()).matches("sha256:[0-9a-f]{64}\\.3001\\.7");
    assertThat(accepted(losing(TIERS, ORDERS)).toString())
        .isEqualTo(losing(TIERS, ORDERS).digest());
    assertThat(accepted(losing()).rows()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "7, 1", "7, 17", "100, 110", "3000, 3300", "1000000, 1100000"})
  void alsoAcceptsLessAndALittleMore(long before, long now) {
    assertThat(losing(TIERS, orders(now)).isWithin(accepted(losing(TIERS, orders(before)))))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"7, 18", "100, 111", "3000, 3301", "1000000, 1100001"})
  void acceptsNoMoreThanALittleMore(long before, long now) {
    assertThat(losing(TIERS, orders(now)).isWithin(accepted(losing(TIERS, orders(before)))))
        .isFalse();
  }

  @Test
  void acceptsNoOtherKindOfLoss() {
    LossDigest accepted = accepted(losing(TIERS, ORDERS));
    assertThat(losing(ORDERS).isWithin(accepted)).isFalse();
    assertThat(losing(TIERS, ORDERS, orders(1)).isWithin(accepted)).isFalse();
    assertThat(losing(TIERS, new Loss("table shops", 7, "It goes.")).isWithin(accepted)).isFalse();
    assertThat(losing(TIERS, new Loss("table orders", 7, "It is cut.")).isWithin(accepted))
        .isFalse();
    assertThat(new LossPreview(Window.TOMBSTONE, List.of(TIERS, ORDERS)).isWithin(accepted))
        .isFalse();
  }

  @Test
  void nothingMayBeLostWithoutAWord() {
    assertThat(losing(ORDERS).isWithin(null)).isFalse();
    assertThat(losing().isWithin(null)).isTrue();
    assertThat(losing().isWithin(accepted(losing(ORDERS)))).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "yes", "sha256:ab.7", "7", "sha256:.1"})
  void whatIsNoDigestAcceptsNothing(String text) {
    assertThat(LossDigest.read(text)).isEmpty();
  }

  @Test
  void aNumberThatNobodyCouldCountIsNoDigest() {
    String kinds = "sha256:" + "a".repeat(64);
    assertThat(LossDigest.read(kinds + ".9223372036854775808")).isEmpty();
    assertThat(LossDigest.read(kinds + ".-1")).isEmpty();
    assertThat(LossDigest.read(kinds + ".1".repeat(1001))).isEmpty();
    assertThat(LossDigest.read(kinds + ".999999999999999999")).isPresent();
  }
}
