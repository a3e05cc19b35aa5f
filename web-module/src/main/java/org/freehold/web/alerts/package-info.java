/** Security alerts over HTTP. */
package org.freehold.web.alerts;
