package org.freehold.web.platform;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.freehold.platform.Problem;
import org.freehold.platform.TooMany;
import org.freehold.platform.json.JsonText;

/** A problem as RFC 9457 writes it. */
final class ProblemBody {
  static final MediaType TYPE = new MediaType("application", "problem+json");

  private ProblemBody() {}

  static Map<String, Object> of(Problem problem, String requestId) {
    Map<String, Object> body =
        of(problem.status(), problem.code(), problem.title(), problem.getMessage(), requestId);
    body.put("hint", problem.hint());
    if (!problem.faults().isEmpty()) {
      body.put("errors", problem.faults());
    }
    body.putAll(problem.members());
    return body;
  }

  static Map<String, Object> of(
      int status, String code, String title, String detail, String requestId) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:freehold:problem:" + code);
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    body.put("code", code);
    body.put("request_id", requestId);
    return body;
  }

  static Map<String, String> headers(Problem problem) {
    if (problem instanceof TooMany limit) {
      return Map.of("Retry-After", Long.toString(limit.retryAfterSeconds()));
    }
    if (problem instanceof HeaderedProblem more) {
      return more.headers();
    }
    return problem.status() == 401 ? Map.of("WWW-Authenticate", "Bearer") : Map.of();
  }

  /** Begins the answer to a request that never reaches a resource. */
  static void writeHead(HttpServletResponse response, Problem problem) {
    response.setStatus(problem.status());
    headers(problem).forEach(response::setHeader);
    response.setContentType(TYPE.toString());
  }

  static void writeBody(HttpServletResponse response, Problem problem, String requestId)
      throws IOException {
    JsonText.write(of(problem, requestId), response.getOutputStream());
  }
}
