/** Roles and permissions over HTTP. */
package org.freehold.web.access;
