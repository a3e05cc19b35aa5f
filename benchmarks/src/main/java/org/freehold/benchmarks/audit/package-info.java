/** What the trail costs those who write it, and how soon its events have their places. */
package org.freehold.benchmarks.audit;
