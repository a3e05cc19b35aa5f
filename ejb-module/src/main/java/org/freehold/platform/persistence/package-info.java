/** How services reach PostgreSQL: the tenant on the connection, keyset lists, converters. */
package org.freehold.platform.persistence;
