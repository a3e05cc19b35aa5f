/**
 * Leased work: what must happen once and later, claimed from a QUEUE table under a lease, with the
 * database as the truth.
 */
package org.freehold.platform.work;
