/** API keys over HTTP. */
package org.freehold.web.keys;
