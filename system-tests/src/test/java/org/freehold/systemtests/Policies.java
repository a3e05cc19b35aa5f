package org.freehold.systemtests;

/** Bodies of policies. */
final class Policies {
  static final String OUTSIDE =
      "{\"attribute\":\"environment.address\",\"operator\":\"not_in_network\",\"value\":[\"10.0.0.0/8\"]}";

  private Policies() {}

  /** Nobody exports the trail. */
  static String body(Object... members) {
    Object[] all = new Object[members.length + 6];
    all[0] = "name";
    all[1] = Fixtures.unique("Policy");
    all[2] = "effect";
    all[3] = "deny";
    all[4] = "target";
    all[5] = Body.json("{\"permissions\":[\"audit:export\"]}");
    System.arraycopy(members, 0, all, 6, members.length);
    return Body.of(all);
  }

  static String made(Api api, Object... members) {
    return api.post("/api/policies", body(members)).is(201).id();
  }
}
