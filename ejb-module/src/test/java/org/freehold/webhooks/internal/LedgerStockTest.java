package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.freehold.webhooks.LedgerFinding;
import org.freehold.webhooks.LedgerFinding.Code;
import org.junit.jupiter.api.Test;

class LedgerStockTest {
  @Test
  void balancesWhenAllFourPlacesAgree() {
    assertThat(stock(10, 4, 0, 3, 3, 10, 10).findings()).isEmpty();
  }

  @Test
  void whatIsLeftOverInTheQueueIsNotPending() {
    LedgerStock stock = stock(10, 6, 2, 3, 3, 10, 10);
    assertThat(stock.pending()).isEqualTo(4);
    assertThat(stock.findings()).isEmpty();
  }

  @Test
  void aQueueThatHoldsFewerHasLostSome() {
    assertThat(stock(10, 3, 0, 3, 3, 10, 10).findings())
        .containsExactly(new LedgerFinding(Code.DELIVERIES_LOST, 1, null));
    assertThat(stock(10, 4, 0, 3, 1, 10, 10).findings())
        .containsExactly(new LedgerFinding(Code.MESSAGES_LOST, 2, null));
  }

  @Test
  void aQueueThatHoldsMoreWasNotCounted() {
    assertThat(stock(10, 6, 0, 3, 3, 10, 10).findings())
        .containsExactly(new LedgerFinding(Code.DELIVERIES_UNCOUNTED, 2, null));
    assertThat(stock(10, 4, 0, 3, 4, 10, 10).findings())
        .containsExactly(new LedgerFinding(Code.MESSAGES_UNCOUNTED, 1, null));
  }

  @Test
  void aNumberWithoutADeliveryIsMissed() {
    assertThat(stock(10, 4, 0, 3, 3, 10, 11).findings())
        .containsExactly(new LedgerFinding(Code.NUMBERS_MISSING, 1, null));
    assertThat(stock(10, 4, 0, 3, 3, 11, 10).findings())
        .extracting(LedgerFinding::code)
        .isEqualTo(List.of(Code.NUMBERS_MISSING));
  }

  /** Six of them have ended. */
  private static LedgerStock stock(
      long created,
      long queued,
      long leftOver,
      long unspread,
      long queuedMessages,
      long numbered,
      long numbers) {
    return new LedgerStock(
        created, 3, 2, 1, queued, leftOver, 5, unspread, queuedMessages, numbered, numbers);
  }
}
