package org.freehold.platform.persistence;

import java.util.Map;

/** A piece of JPQL that is true or false of a row, with its parameters. */
public record Condition(String jpql, Map<String, Object> parameters) {}
