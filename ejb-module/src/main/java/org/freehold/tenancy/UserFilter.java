package org.freehold.tenancy;

/** What a list of users is narrowed to; null: not narrowed. */
public record UserFilter(String role, String department, Boolean isActive, String email) {}
