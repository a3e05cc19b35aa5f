package org.freehold.plans.stripe.internal;

import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.TenantId;

/**
 * A checkout that is to be opened.
 *
 * @param key of this checkout: asked for twice it is opened once
 * @param until when it closes by itself
 * @param open the page of the very same, which is open already; else null
 * @param replaced the session of another, which may be open: it is closed, and this asked for anew;
 *     else null
 */
public record CheckoutOrder(
    TenantId tenant,
    String customer,
    String price,
    String successUrl,
    String cancelUrl,
    UUID key,
    Instant until,
    String open,
    String replaced) {}
