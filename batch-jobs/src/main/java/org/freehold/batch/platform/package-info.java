/**
 * What every job shares: the way to the batch runtime, and the listener that tells of a run's end.
 */
package org.freehold.batch.platform;
