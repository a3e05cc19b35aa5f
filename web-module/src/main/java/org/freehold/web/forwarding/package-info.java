/** Forwarding of the trail over HTTP. */
package org.freehold.web.forwarding;
