package org.freehold.web.platform;

import java.util.List;

/**
 * What a stream of events tells of.
 *
 * @param <P> how far it was told
 */
@FunctionalInterface
public interface Watched<P> {
  /** What is new behind the position; null: from the beginning. */
  News<P> since(P position);

  /**
   * @param position behind which the next news begin
   * @param over whether there will be no more
   */
  record News<P>(List<Item> items, P position, boolean over) {}

  /**
   * One event of the stream; the body is JSON.
   *
   * @param id what Last-Event-ID goes on from; null: nothing does
   */
  record Item(String event, String body, String id) {
    public Item(String event, String body) {
      this(event, body, null);
    }
  }
}
