/** Durable deliveries of webhooks beside the same work in queues that others keep in PostgreSQL. */
package org.freehold.benchmarks.webhooks;
