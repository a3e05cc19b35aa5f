/** The assembled product: one EAR in a real application server, seen from outside. */
package org.freehold.ear;
