package org.freehold.audit.sealing;

import java.util.List;

/**
 * Some events of a trail in the order of their places.
 *
 * @param events without those that are not kept any more; one that is damaged is told as {@code
 *     audit.event_unreadable} with the bytes of its leaf
 * @param next the place after all that was looked at
 * @param end whether the trail had no more places
 */
public record TrailPart(List<SealedEvent> events, long next, boolean end) {}
