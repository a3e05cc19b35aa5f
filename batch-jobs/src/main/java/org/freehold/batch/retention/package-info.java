/** The nightly job that archives and removes what has expired. */
package org.freehold.batch.retention;
