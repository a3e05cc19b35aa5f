/** Figures over HTTP. */
package org.freehold.web.analytics;
