/** How long the planning of a bundle takes. */
package org.freehold.benchmarks.migration;
