package org.freehold.plans;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of an invoice. */
public record InvoiceId(UUID value) implements EntityId {}
