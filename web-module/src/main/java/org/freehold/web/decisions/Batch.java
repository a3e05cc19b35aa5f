package org.freehold.web.decisions;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freehold.decisions.DecisionPoint;
import org.freehold.decisions.Question;
import org.freehold.decisions.Semantic;
import org.freehold.decisions.Verdict;
import org.freehold.platform.Invalid;

/**
 * Several questions in one request: what an item does not say, it takes from the request, each
 * entity whole (AuthZEN §7.1.1).
 *
 * @param items each a question, or what is wrong with it
 */
record Batch(Semantic semantic, List<Item> items) {
  /** As many as one request may ask. */
  static final int MOST = 1_000;

  /** One of them is null. */
  record Item(Question question, Invalid fault) {}

  /** Null when the request has no items and so is a single evaluation. */
  static Batch of(JsonObject body) {
    JsonValue items = body.get("evaluations");
    if (items == null || items instanceof JsonArray none && none.isEmpty()) {
      return null;
    }
    if (!(items instanceof JsonArray array)) {
      throw Invalid.at("/evaluations", "type", "This must be an array.");
    }
    if (array.size() > MOST) {
      throw Invalid.at("/evaluations", "size", "These are more than " + MOST + ".");
    }
    Asked.Defaults defaults = Asked.defaults(body);
    Semantic semantic = semantic(Asked.object(body, "options", false));
    List<Item> read = new ArrayList<>();
    array.forEach(item -> read.add(item(item, defaults)));
    return new Batch(semantic, read);
  }

  /** Wrong in an item is denied there, and the others are answered (AuthZEN §7.2.1). */
  private static Item item(JsonValue item, Asked.Defaults defaults) {
    try {
      if (!(item instanceof JsonObject own)) {
        throw Invalid.at("", "type", "An evaluation must be an object.");
      }
      return new Item(Asked.evaluation(own, defaults), null);
    } catch (Invalid fault) {
      return new Item(null, fault);
    }
  }

  private static Semantic semantic(JsonObject options) {
    JsonValue wish = options == null ? null : options.get("evaluations_semantic");
    if (wish == null) {
      return Semantic.EXECUTE_ALL;
    }
    Map<String, Semantic> names =
        Map.of(
            "execute_all", Semantic.EXECUTE_ALL,
            "deny_on_first_deny", Semantic.DENY_ON_FIRST_DENY,
            "permit_on_first_permit", Semantic.PERMIT_ON_FIRST_PERMIT);
    Semantic known = wish instanceof JsonString text ? names.get(text.getString()) : null;
    if (known == null) {
      throw Invalid.at(
          "/options/evaluations_semantic",
          "unknown",
          "It is execute_all, deny_on_first_deny or permit_on_first_permit.");
    }
    return known;
  }

  /** In the order of the items, as far as the semantic goes. */
  List<Map<String, Object>> answers(DecisionPoint decisions) {
    List<Question> questions = new ArrayList<>();
    items.forEach(item -> questions.add(item.question()));
    List<Verdict> verdicts = decisions.decide(semantic, questions);
    List<Map<String, Object>> answers = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      Invalid fault = items.get(i).fault();
      answers.add(fault == null ? AuthZenServlet.told(verdicts.get(i)) : told(fault));
    }
    return answers;
  }

  private static Map<String, Object> told(Invalid fault) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("status", fault.status());
    error.put("message", fault.getMessage());
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("decision", false);
    told.put("context", Map.of("error", error));
    return told;
  }
}
