package org.freehold.benchmarks.load;

import java.util.Collections;
import java.util.List;

/** Requests with an API key that show what a decision costs, beside the trivial endpoint. */
final class AccessKinds {
  private static final int BATCH = 100;
  private static final String WHOAMI = "/api/whoami";
  private static final String EVALUATION = "/access/v1/evaluation";
  private static final String EVALUATIONS = "/access/v1/evaluations";
  private static final String QUESTION =
      "\"subject\":{\"type\":\"user\",\"id\":\"%s\"},\"action\":{\"name\":\"read\"}";
  private static final String RESOURCE = "\"resource\":{\"type\":\"record\",\"id\":\"record-1\"}";

  private AccessKinds() {}

  static List<Kind> of(Api owner, String email) {
    owner.call(200, "PUT", "/api/access/types/record", LoadTenant.SLUG, "{\"actions\":[\"read\"]}");
    Api key = owner.withKey(LoadTenant.SLUG, "policies:read");
    String question = QUESTION.formatted(email);
    String one = "{" + question + "," + RESOURCE + "}";
    String many =
        "{"
            + question
            + ",\"evaluations\":["
            + String.join(",", Collections.nCopies(BATCH, "{" + RESOURCE + "}"))
            + "]}";
    return List.of(
        kind(key, "GET", WHOAMI, null, ""),
        kind(key, "POST", EVALUATION, one, ""),
        kind(key, "POST", EVALUATIONS, many, " of " + BATCH));
  }

  private static Kind kind(Api key, String method, String path, String body, String more) {
    byte[] request = key.request(method, path, null, body);
    return new Kind(method + " " + path + more, 200, () -> request);
  }
}
