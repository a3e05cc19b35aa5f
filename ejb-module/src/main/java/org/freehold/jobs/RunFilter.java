package org.freehold.jobs;

/** Which runs a list shows; null: all. */
public record RunFilter(String job, RunStatus status) {}
