package org.freehold.plans.internal;

/**
 * How an invoice stands with whoever collects it.
 *
 * @param reference the number that it has there; null when it has none
 * @param status as it is named there
 * @param hostedUrl where it is seen and paid; null when nowhere
 */
public record InvoicePayment(String reference, String status, String hostedUrl) {}
