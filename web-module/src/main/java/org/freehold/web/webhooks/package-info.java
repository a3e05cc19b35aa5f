/** HTTP for webhooks. */
package org.freehold.web.webhooks;
