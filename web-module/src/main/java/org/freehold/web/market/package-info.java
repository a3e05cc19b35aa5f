/** The marketplace of templates over HTTP. */
package org.freehold.web.market;
