package org.freehold.systemtests;

/** A person in a tenant, signed in there. */
public record TestUser(String id, String email, String role, Api api) {}
