/**
 * How well deliveries go, from what deployments left on record: the four figures of DORA. Owns no
 * table.
 */
package org.freehold.releases.metrics;
