/** Demo data over HTTP. */
package org.freehold.web.demo;
