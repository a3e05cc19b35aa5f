package org.freehold.systemtests;

import java.util.ArrayList;
import java.util.List;

/** Events of a tenant's own product, of one type, and endpoints that want them. */
final class OwnEvents {
  private static final String TYPE = "load.came";

  private OwnEvents() {}

  static void register(Api api) {
    api.post(
            "/api/webhooks/event-types", Body.of("type", TYPE, "description", "Something to send."))
        .is(201);
  }

  /** An endpoint for them; the members say more of it. Answers its id. */
  static String endpoint(Api api, String url, Object... members) {
    List<Object> all = new ArrayList<>(List.of("url", url, "events", List.of(TYPE)));
    all.addAll(List.of(members));
    return api.post("/api/webhooks/endpoints", Body.of(all.toArray())).is(201).id();
  }

  /** An endpoint for those of the lane only. */
  static String endpointOf(int lane, Api api, String url, Object... members) {
    String filter = "[{\"path\":\"data.lane\",\"op\":\"eq\",\"value\":" + lane + "}]";
    List<Object> all = new ArrayList<>(List.of("filters", Body.json(filter)));
    all.addAll(List.of(members));
    return endpoint(api, url, all.toArray());
  }

  /** The body of a request that sends one. */
  static String message(int lane, String idempotencyKey) {
    return Body.of(
        "event_type",
        TYPE,
        "payload",
        Body.json("{\"lane\":" + lane + "}"),
        "idempotency_key",
        idempotencyKey);
  }

  /** Sends one and answers its id. */
  static String send(Api api) {
    return api.post("/api/webhooks/messages", message(0, Fixtures.unique("one"))).is(202).id();
  }
}
