package org.freehold.flags;

import org.freehold.platform.TenantRef;

/**
 * What a ticket to a stream of changes lets its bearer hear of.
 *
 * @param version which the flags had when the ticket was made
 */
public record FlagTicket(TenantRef tenant, long version) {}
