/** The trail over HTTP. */
package org.freehold.web.audit;
