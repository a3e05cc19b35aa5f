/** Compliance reports over HTTP. */
package org.freehold.web.compliance;
