/**
 * The access engine at scale, and the same rules and questions given to jCasbin and Cedar. Each
 * gets them in the form that serves it best.
 */
package org.freehold.benchmarks.access;
