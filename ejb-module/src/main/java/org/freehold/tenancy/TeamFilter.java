package org.freehold.tenancy;

import org.freehold.platform.UserId;

/**
 * What a list of teams is narrowed to; null: not narrowed.
 *
 * @param name the whole name
 */
public record TeamFilter(String name, String department, UserId managerId) {}
