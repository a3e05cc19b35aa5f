/**
 * Why a message did or did not reach an endpoint, told from what is on record. Knows neither where
 * the record is kept nor who asks.
 */
package org.freehold.engine.delivery.explain;
