/** The daily job that forgets what has expired and rotates signing keys. */
package org.freehold.batch.housekeeping;
