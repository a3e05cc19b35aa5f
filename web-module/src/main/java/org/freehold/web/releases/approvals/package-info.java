/** Approvals of releases, and the keys that prove them, over HTTP. */
package org.freehold.web.releases.approvals;
