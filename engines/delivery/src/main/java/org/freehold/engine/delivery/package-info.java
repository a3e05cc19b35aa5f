/**
 * Delivering webhooks: secrets and signatures after Standard Webhooks, which events an endpoint
 * wants, which addresses may be called. Plain Java: no server, no database, no network.
 */
package org.freehold.engine.delivery;
