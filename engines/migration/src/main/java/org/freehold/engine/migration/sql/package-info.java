/**
 * Just enough of PostgreSQL's grammar to keep SQL written by hand in its place: tokens, one
 * expression, one statement, names of types.
 */
package org.freehold.engine.migration.sql;
