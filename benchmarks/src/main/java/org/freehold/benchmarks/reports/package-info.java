/** Reports over many events, beside the same statements sent by hand. */
package org.freehold.benchmarks.reports;
