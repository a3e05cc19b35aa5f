/** The pages of a tenant's product over HTTP. */
package org.freehold.web.pages;
