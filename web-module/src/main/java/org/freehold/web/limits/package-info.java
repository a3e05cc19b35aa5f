/** What a tenant uses of its plan, over HTTP. */
package org.freehold.web.limits;
