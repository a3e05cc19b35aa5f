/** Delivery metrics over HTTP. */
package org.freehold.web.releases.metrics;
