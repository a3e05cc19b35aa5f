/**
 * What becomes of a bundle of changes on one PostgreSQL schema: a plan of safe statements with
 * their locks, budgets and hazards, and the statements that undo each step.
 *
 * <p>Knows nothing of connections, transactions or tenants: it takes a {@link
 * org.freehold.engine.migration.Catalog} and {@link org.freehold.engine.migration.Change changes}
 * and answers with a {@link org.freehold.engine.migration.Plan}. Why it is ours is told in ADR 53.
 */
package org.freehold.engine.migration;
