/** The AuthZEN Authorization API 1.0 over HTTPS and JSON. */
package org.freehold.web.decisions;
