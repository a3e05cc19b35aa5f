/** Looking after the environments of a tenant: drift, and what releases left behind. */
package org.freehold.batch.releases;
