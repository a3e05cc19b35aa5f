/**
 * Telling a tenant's own systems what happened: the outbox of domain events, endpoints, deliveries.
 * Knows no event by name: it hears all that features fire.
 */
@Feature(
    name = "webhooks",
    dependsOn = {"platform", "identity", "tenancy"})
package org.freehold.webhooks;

import org.freehold.platform.Feature;
