/**
 * Policies: rules with conditions that a tenant makes beside its roles. What they mean and what is
 * wrong with one is told by the access engine; here they are read, kept and handed to it.
 */
package org.freehold.access.policies;
