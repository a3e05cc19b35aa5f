package org.freehold.access.internal;

/**
 * Which state of a tenant's access it is: changes with every transaction that changes who may do
 * what.
 *
 * @param version grows with each
 * @param roles the same for roles alone; 0 for a tenant that never had any of its own
 * @param transaction that made it, which tells apart what was rolled back and done again
 * @param open whether that is the running one
 */
record AccessState(long version, long roles, long transaction, boolean open) {
  /** Of a tenant in which nothing was ever changed. */
  static final AccessState FIRST = new AccessState(0, 0, 0, false);
}
