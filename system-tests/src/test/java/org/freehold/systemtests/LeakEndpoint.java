package org.freehold.systemtests;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** One call of an endpoint that takes ids; the kinds of ids are in braces. */
record LeakEndpoint(String method, String path, String body) {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");

  @Override
  public String toString() {
    return method + " " + path;
  }

  String template() {
    return method + " " + PLACE.matcher(path).replaceAll("{}").replaceAll("[?].*", "");
  }

  /** What is there, as the one whose it is reads it. */
  Answer told(Api owner, Map<String, String> ids) {
    return new LeakEndpoint("GET", path, "").call(owner, ids::get).is(200);
  }

  Answer call(Api api, UnaryOperator<String> ids) {
    String place = PLACE.matcher(path).replaceAll(found -> ids.apply(found.group(1)));
    return api.send(method, place, BodyPublishers.ofString(body));
  }
}
