/** A promotion beside the SQL that it sends, and how long readers wait for either. */
package org.freehold.benchmarks.releases;
