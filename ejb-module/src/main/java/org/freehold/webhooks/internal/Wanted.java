package org.freehold.webhooks.internal;

import java.util.List;
import org.freehold.engine.delivery.EventPattern;
import org.freehold.engine.delivery.PayloadFilter;

/**
 * What an endpoint wanted to hear of when it was asked: made once, held against many messages.
 *
 * @param workspace null: of all
 */
record Wanted(List<EventPattern> events, String workspace, List<PayloadFilter> filters) {
  boolean matches(String type, EventContent content) {
    return events.stream().anyMatch(one -> one.matches(type))
        && (workspace == null || workspace.equals(content.workspace()))
        && filters.stream().allMatch(one -> one.matches(content.fields()));
  }
}
