/** How long it takes to tell what a flag is. */
package org.freehold.benchmarks.flags;
