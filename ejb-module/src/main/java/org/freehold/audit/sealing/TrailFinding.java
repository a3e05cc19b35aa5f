package org.freehold.audit.sealing;

import java.util.UUID;

/**
 * Something in a trail that is not as it was sealed.
 *
 * @param kind in snake_case: {@code changed}, {@code removed}, {@code inserted}, {@code columns},
 *     {@code root}, {@code checkpoint}
 * @param position of the event; null when it has none, or when it is about the tree
 * @param event null likewise, and when it is gone
 * @param detail for people
 */
public record TrailFinding(String kind, Long position, UUID event, String detail) {}
