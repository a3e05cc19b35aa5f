/** Domains of tenants' own over HTTP. */
package org.freehold.web.domains;
