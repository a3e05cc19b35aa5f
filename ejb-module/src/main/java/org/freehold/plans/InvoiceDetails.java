package org.freehold.plans;

import java.time.Instant;
import java.util.List;

/**
 * What the tenant is asked to pay.
 *
 * @param number from 1 in each tenant
 */
public record InvoiceDetails(
    InvoiceId id, int number, Instant issuedAt, Money total, List<InvoiceLine> lines) {}
