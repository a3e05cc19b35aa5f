/**
 * The job that writes demo data: it prepares tenant, people, teams and plan, writes ranges of
 * projects at the same time, and tells the world at its end.
 */
package org.freehold.batch.demo;
