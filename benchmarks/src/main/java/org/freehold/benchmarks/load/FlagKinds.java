package org.freehold.benchmarks.load;

import java.util.List;

/** All flags of a tenant for one user, by the remote evaluation protocol. */
final class FlagKinds {
  private static final int FLAGS = 200;
  private static final String ALL = "/ofrep/v1/evaluate/flags";
  private static final String USER =
      "{\"context\":{\"targetingKey\":\"user-42\",\"seats\":12,\"email\":\"ada@example.com\"}}";
  private static final String FLAG =
      """
      {"key":"flag-%d","type":"boolean","off_variant":"off","bucket_by":"targetingKey",
       "variants":[{"name":"on","value":true},{"name":"off","value":false}],
       "rules":[{"id":"large","serve":{"variant":"on"},"conditions":[
         {"attribute":"seats","operator":"greater_than","values":[4000]}]}],
       "otherwise":{"split":[{"variant":"on","percent":20},{"variant":"off","percent":80}]}}""";

  private FlagKinds() {}

  static List<Kind> of(Api owner) {
    for (int i = 0; i < FLAGS; i++) {
      owner.call(201, "POST", "/api/flags", LoadTenant.SLUG, FLAG.formatted(i));
    }
    Api key = owner.withKey(LoadTenant.SLUG, "flags:read");
    byte[] request = key.request("POST", ALL, null, USER);
    return List.of(new Kind("POST " + ALL + " of " + FLAGS, 200, () -> request));
  }
}
