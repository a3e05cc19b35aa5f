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
import org.freehold.decisions.Named;
import org.freehold.decisions.Question;
import org.freehold.decisions.Semantic;
import org.freehold.decisions.Verdict;
import org.freehold.platform.Actor;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.NotSignedIn;
import org.freehold.platform.json.JsonText;
import org.freehold.web.platform.MethodNotAllowed;

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
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Function<JsonObject, Map<String, Object>> call = calls.get(request.getPathInfo());
    if (call == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (!request.getMethod().equals("POST")) {
      throw new MethodNotAllowed("POST");
    }
    // Before the body is looked at: nobody learns by a fault in it what they may not ask.
    if (CurrentCall.get().actor().kind() == Actor.Kind.ANONYMOUS) {
      throw NotSignedIn.required();
    }
    decisions.requireMayAsk();
    Map<String, Object> answer = call.apply(RequestBody.of(request));
    response.setContentType(JSON);
    JsonText.write(answer, response.getOutputStream());
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
    Question question = Asked.subjectSearch(body);
    SearchPage page = SearchPage.of("subject", body);
    return page.answer(
        decisions.subjects(question, page.after(), page.limit()), AuthZenServlet::told);
  }

  private Map<String, Object> resourceSearch(JsonObject body) {
    Question question = Asked.resourceSearch(body);
    SearchPage page = SearchPage.of("resource", body);
    return page.answer(
        decisions.resources(question, page.after(), page.limit()), AuthZenServlet::told);
  }

  private Map<String, Object> actionSearch(JsonObject body) {
    Question question = Asked.actionSearch(body);
    SearchPage page = SearchPage.of("action", body);
    return page.answer(
        decisions.actions(question, page.after(), page.limit()), name -> Map.of("name", name));
  }

  private static Map<String, Object> told(Named named) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("type", named.type());
    told.put("id", named.id());
    return told;
  }
}
