/** The nightly job that computes what the figures of every tenant were, day by day. */
package org.freehold.batch.analytics;
