package org.freehold.systemtests;

/** A person in a tenant, signed in there. */
record TestUser(String id, String email, String role, Api api) {}
