/** Months of the trail that are dropped, beside deleting the same rows. */
package org.freehold.benchmarks.retention;
