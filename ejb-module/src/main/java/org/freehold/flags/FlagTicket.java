package org.freehold.flags;

import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.TenantRef;

/**
 * What a ticket to a stream of changes lets its bearer hear of.
 *
 * @param version which the flags had when the ticket was made
 * @param holder the person or key whose call it was made in: it ends with what they may
 */
public record FlagTicket(TenantRef tenant, long version, Instant expires, UUID holder) {}
