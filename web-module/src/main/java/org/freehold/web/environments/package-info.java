/** Environments over HTTP. */
package org.freehold.web.environments;
