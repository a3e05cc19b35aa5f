package org.freehold.audit;

import java.util.List;

/** Events of the product that are in the trail, in the order in which they came. */
public record RecordedEvents(List<RecordedEvent> items) {}
