/** Signing in, sessions, and who the caller is. */
package org.freehold.web.identity;
