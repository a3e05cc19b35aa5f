/** Tenants, users, teams and workspaces over HTTP. */
package org.freehold.web.tenancy;
