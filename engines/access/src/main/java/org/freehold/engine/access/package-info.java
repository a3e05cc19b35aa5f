/**
 * Who may do what, and who may know that a thing exists: pure decisions over permissions, workspace
 * membership and visibility.
 *
 * <p>Knows nothing of databases, tenants' tables or requests: the caller loads a {@link
 * org.freehold.engine.access.Subject} and {@link org.freehold.engine.access.ResourceFacts} of one
 * tenant and asks {@link org.freehold.engine.access.AccessEngine}; for lists it turns {@link
 * org.freehold.engine.access.AccessScope} into a condition of the query. Keeping tenants apart is
 * not decided here.
 */
package org.freehold.engine.access;
