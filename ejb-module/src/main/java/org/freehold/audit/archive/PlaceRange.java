package org.freehold.audit.archive;

/** Places in the tree, from {@code begin} to before {@code end}. */
public record PlaceRange(long begin, long end) {}
