/** The nightly job that compares subscriptions with what Stripe has. */
package org.freehold.batch.billing;
