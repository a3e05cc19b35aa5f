/**
 * Feature flags: what is stored of a tenant's flags becomes one immutable {@link
 * org.freehold.engine.flags.FlagSet} per environment, which tells the value of a flag for a
 * context. Plain Java: knows of no database, no HTTP and no clock.
 */
package org.freehold.engine.flags;
