package org.freehold.flags;

import java.time.Instant;
import org.freehold.platform.TenantRef;

/** What a ticket to a stream of changes lets its bearer hear of, and until when. */
public record FlagTicket(TenantRef tenant, Instant expires) {}
