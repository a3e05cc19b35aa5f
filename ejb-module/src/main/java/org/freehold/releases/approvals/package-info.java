/**
 * Who said yes or no to a planned deployment, and how that is proved to somebody who trusts neither
 * the server nor its database: an in-toto statement over the digest of the manifest, in a DSSE
 * envelope. Counting approvals is the gates'.
 */
package org.freehold.releases.approvals;
