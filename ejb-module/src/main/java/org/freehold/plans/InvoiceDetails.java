package org.freehold.plans;

import java.time.Instant;
import java.util.List;

/**
 * What the tenant is asked to pay.
 *
 * @param number from 1 in each tenant
 * @param reference its number with whoever collects it; null when nobody does
 * @param status {@code open}, {@code paid}, {@code uncollectible} or {@code void}, as whoever
 *     collects it says; null when nobody does
 * @param hostedUrl where it is seen and paid; null when nobody collects it
 */
public record InvoiceDetails(
    InvoiceId id,
    int number,
    Instant issuedAt,
    Money total,
    List<InvoiceLine> lines,
    String reference,
    String status,
    String hostedUrl) {
  /** The same with how it stands. */
  InvoiceDetails with(String paidAs, String paymentStatus, String url) {
    return new InvoiceDetails(id, number, issuedAt, total, lines, paidAs, paymentStatus, url);
  }
}
