/**
 * What the running product does under load, beside a trivial endpoint, the same SQL in pgbench and
 * tables without row-level security, all in one run on one machine.
 */
package org.freehold.benchmarks.load;
