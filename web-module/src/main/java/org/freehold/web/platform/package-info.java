/**
 * The edge of HTTP: who calls, for which tenant, within which limits, and how answers and problems
 * look.
 */
package org.freehold.web.platform;
