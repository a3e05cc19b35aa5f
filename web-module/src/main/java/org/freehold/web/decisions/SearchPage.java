package org.freehold.web.decisions;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.freehold.decisions.Found;
import org.freehold.platform.Invalid;

/**
 * Which page of a search is asked for (AuthZEN §8.2.1). With a token, nothing that is said beside
 * it may differ from the first request; what of the page is left out is as it was there.
 *
 * @param after the id behind which the page begins; empty for the first
 * @param wish the limit as it was asked for; negative for none
 * @param digest of what is searched for
 * @param properties digest of the page's properties; empty for none
 */
record SearchPage(String after, long wish, String digest, String properties) {
  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final long NONE = -1;
  private static final double LARGEST = 1L << 53;

  /**
   * Of a request that was read as a question already.
   *
   * @param searched what is searched for: the subject, the resource or the action
   */
  static SearchPage of(String searched, JsonObject body) {
    JsonObject page = Asked.object(body, "page", false);
    String digest = Digests.ofSearch(searched, body);
    if (page == null) {
      return new SearchPage("", NONE, digest, "");
    }
    long wish = wish(page.get("limit"));
    JsonObject properties = Asked.object(page, "properties", false);
    String told = properties == null ? "" : Digests.of(properties);
    JsonValue token = page.get("token");
    if (token == null || token instanceof JsonString none && none.getString().isEmpty()) {
      return new SearchPage("", wish, digest, told);
    }
    SearchPage before = PageToken.read(token);
    boolean same =
        before.digest.equals(digest)
            && (wish == NONE || wish == before.wish)
            && (properties == null || told.equals(before.properties));
    if (!same) {
      throw PageToken.refused();
    }
    return before;
  }

  /** Results at the most. */
  int limit() {
    return wish == NONE ? USUAL : (int) Math.min(wish, MOST);
  }

  private static long wish(JsonValue limit) {
    if (limit == null) {
      return NONE;
    }
    double wish = limit instanceof JsonNumber number ? number.doubleValue() : Double.NaN;
    if (!(wish >= 0 && wish == Math.rint(wish))) {
      throw Invalid.at("/page/limit", "type", "The limit must be a whole number from 0 on.");
    }
    return (long) Math.min(wish, LARGEST);
  }

  /** The page comes first, so that a reader knows the count before the results. */
  <T> Map<String, Object> answer(Found<T> found, Function<T, Map<String, Object>> told) {
    String next =
        found.next() == null
            ? ""
            : PageToken.of(new SearchPage(found.next(), wish, digest, properties));
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("next_token", next);
    page.put("count", found.results().size());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("page", page);
    answer.put("results", found.results().stream().map(told).toList());
    return answer;
  }
}
