/** Health and metrics over HTTP. */
package org.freehold.web.health;
