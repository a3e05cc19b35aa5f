package org.freehold.tenancy;

/** What a list of tenants is narrowed to, by wire names; null: not narrowed. */
public record TenantFilter(String status, String tier) {}
