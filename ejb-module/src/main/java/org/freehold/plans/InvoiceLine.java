package org.freehold.plans;

import java.time.Instant;

/**
 * A line of an invoice.
 *
 * @param amount negative for what is given back
 */
public record InvoiceLine(String plan, String text, Instant from, Instant to, Money amount) {}
