/** The whole story of the product, played against a running server and told request by request. */
package org.freehold.cli.tour;
