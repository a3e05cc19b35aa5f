/** How long data is kept, and what must be kept, over HTTP. */
package org.freehold.web.retention;
