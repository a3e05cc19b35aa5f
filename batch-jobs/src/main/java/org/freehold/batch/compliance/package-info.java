/**
 * The job that makes reports: hashes the period in pieces, then asks questions at the same time.
 */
package org.freehold.batch.compliance;
