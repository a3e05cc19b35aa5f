package org.freehold.access.policies;

/**
 * Which policies a list shows; null: all.
 *
 * @param effect by its name on the wire
 * @param permission a permission, as in {@code projects:write}, that the policy is about
 */
public record PolicyFilter(String effect, Boolean reportOnly, Boolean enabled, String permission) {}
