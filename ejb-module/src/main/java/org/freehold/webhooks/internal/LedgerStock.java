package org.freehold.webhooks.internal;

import java.util.ArrayList;
import java.util.List;
import org.freehold.webhooks.LedgerFinding;
import org.freehold.webhooks.LedgerFinding.Code;

/**
 * What there is at one moment, from four places that are written apart: the counts that follow
 * every change of a delivery, the queue, the messages themselves, and the numbers that endpoints
 * gave out.
 *
 * @param queued deliveries in the queue
 * @param leftOver of those, the ones that are not pending any more: their lease was lost, and they
 *     are taken away at their next turn
 * @param numbered deliveries that bear a number of their endpoint
 * @param numbers that endpoints gave out
 */
record LedgerStock(
    long created,
    long delivered,
    long exhausted,
    long skipped,
    long queued,
    long leftOver,
    long spread,
    long unspread,
    long queuedMessages,
    long numbered,
    long numbers) {
  long pending() {
    return queued - leftOver;
  }

  List<LedgerFinding> findings() {
    List<LedgerFinding> findings = new ArrayList<>();
    long expected = created - delivered - exhausted - skipped;
    compare(findings, expected - pending(), Code.DELIVERIES_LOST, Code.DELIVERIES_UNCOUNTED);
    compare(findings, unspread - queuedMessages, Code.MESSAGES_LOST, Code.MESSAGES_UNCOUNTED);
    compare(findings, numbers - numbered, Code.NUMBERS_MISSING, Code.NUMBERS_MISSING);
    return findings;
  }

  private static void compare(List<LedgerFinding> findings, long missing, Code few, Code many) {
    if (missing != 0) {
      findings.add(new LedgerFinding(missing > 0 ? few : many, Math.abs(missing), null));
    }
  }
}
