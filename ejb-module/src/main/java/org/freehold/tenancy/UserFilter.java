package org.freehold.tenancy;

/**
 * What a list of users is narrowed to; null: not narrowed.
 *
 * @param q text that the name or the email address contains, in upper or lower case
 */
public record UserFilter(
    String role, String department, Boolean isActive, String email, String q) {}
