/**
 * Who may do what, and who may know that a thing exists: pure decisions over roles, grants,
 * policies, workspace membership and visibility.
 *
 * <p>Knows nothing of databases, requests or tenants' tables. The caller builds a {@link
 * org.freehold.engine.access.TenantSnapshot} from one tenant's rows and keeps it as long as its
 * version is the tenant's; for each call it asks for the {@link org.freehold.engine.access.Subject}
 * and decides on {@link org.freehold.engine.access.ResourceFacts} in an {@link
 * org.freehold.engine.access.Environment}. For lists it turns {@link
 * org.freehold.engine.access.AccessScope} into a condition of the query. Keeping tenants apart is
 * not decided here.
 *
 * <p>What is written by people is checked before it is stored: roles by {@link
 * org.freehold.engine.access.RoleGraph}, conditions by {@link
 * org.freehold.engine.access.condition.ConditionChecker}, and every change by {@link
 * org.freehold.engine.access.LockOutGuard}. What wins when rules disagree is in ADR 36, why it is
 * compiled in ADR 37.
 */
package org.freehold.engine.access;
