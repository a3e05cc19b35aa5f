/**
 * The seed of demo data, through the API and its job, against COPY of the very rows that it wrote
 * into equal tables on the same server.
 */
package org.freehold.benchmarks.seed;
