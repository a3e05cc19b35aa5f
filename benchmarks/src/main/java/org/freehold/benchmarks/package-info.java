/** What is measured inside one process, with JMH. Nothing of the product depends on this. */
package org.freehold.benchmarks;
