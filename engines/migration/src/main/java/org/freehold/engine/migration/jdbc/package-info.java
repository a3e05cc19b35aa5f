/**
 * Reading a {@link org.freehold.engine.migration.Catalog} over a JDBC connection: the one place of
 * the engine that knows of a database, and it needs nothing but {@code java.sql}.
 */
package org.freehold.engine.migration.jdbc;
