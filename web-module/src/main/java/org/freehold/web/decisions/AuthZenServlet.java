package org.freehold.web.decisions;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.freehold.decisions.DecisionPoint;
import org.freehold.decisions.Found;
import org.freehold.decisions.Named;
import org.freehold.decisions.Question;
import org.freehold.decisions.Semantic;
import org.freehold.decisions.Verdict;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotFound;
import org.freehold.platform.json.JsonText;

/**
 * The AuthZEN Authorization API 1.0 (final, 12 January 2026), at the paths that the standard gives.
 * What is wrong with a request is told as everywhere here, as RFC 9457 has it.
 */
@WebServlet("/access/v1/*")
public class AuthZenServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String JSON = "application/json";

  private final Map<String, Function<JsonObject, Map<String, Object>>> calls =
      Map.of(
          "/evaluation", this::evaluation,
          "/evaluations", this::evaluations,
          "/search/subject", this::subjectSearch,
          "/search/resource", this::resourceSearch,
          "/search/action", this::actionSearch);

  @Inject private transient DecisionPoint decisions;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Function<JsonObject, Map<String, Object>> call = calls.get(request.getPathInfo());
    if (call == null) {
      throw new NotFound("path");
    }
    Map<String, Object> answer = call.apply(body(request));
    response.setContentType(JSON);
    JsonText.write(answer, response.getOutputStream());
  }

  private static JsonObject body(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(JSON)) {
      throw Invalid.at("Content-Type", "type", "This must be application/json.");
    }
    return JsonText.parseObject(request.getInputStream());
  }

  private Map<String, Object> evaluation(JsonObject body) {
    Question question = Asked.evaluation(body);
    return told(decisions.decide(Semantic.EXECUTE_ALL, List.of(question)).get(0));
  }

  private Map<String, Object> evaluations(JsonObject body) {
    Batch batch = Batch.of(body);
    return batch == null ? evaluation(body) : Map.of("evaluations", batch.answers(decisions));
  }

  static Map<String, Object> told(Verdict verdict) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("decision", verdict.decision());
    if (verdict.reason() != null) {
      told.put("context", Map.of("reason_admin", Map.of("403", verdict.reason())));
    }
    return told;
  }

  private Map<String, Object> subjectSearch(JsonObject body) {
    SearchPage page = SearchPage.of(body);
    return page.answer(
        decisions.subjects(Asked.subjectSearch(body), page.after(), page.limit()),
        AuthZenServlet::told);
  }

  private Map<String, Object> resourceSearch(JsonObject body) {
    SearchPage page = SearchPage.of(body);
    return page.answer(
        decisions.resources(Asked.resourceSearch(body), page.after(), page.limit()),
        AuthZenServlet::told);
  }

  private Map<String, Object> actionSearch(JsonObject body) {
    SearchPage page = SearchPage.of(body);
    return page.answer(
        new Found<>(decisions.actions(Asked.actionSearch(body)), null),
        name -> Map.of("name", name));
  }

  private static Map<String, Object> told(Named named) {
    return Map.of("type", named.type(), "id", named.id());
  }
}
