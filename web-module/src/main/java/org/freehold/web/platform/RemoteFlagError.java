package org.freehold.web.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.freehold.platform.Problem;
import org.freehold.platform.json.JsonText;

/**
 * A failure as OpenFeature's remote evaluation protocol writes it, which is not as RFC 9457 does:
 * an error code of its own where the request is to blame, and details for people.
 */
public final class RemoteFlagError {
  private RemoteFlagError() {}

  static void write(HttpServletResponse response, Problem problem) throws IOException {
    ProblemBody.headers(problem).forEach(response::setHeader);
    String code = problem.status() == 400 ? "GENERAL" : null;
    write(response, problem.status(), null, code, problem.getMessage() + " " + problem.hint());
  }

  /**
   * Writes it.
   *
   * @param key of the flag that was asked for; null when it was none in particular
   * @param code as the protocol has it; null for a status for which it has none
   */
  public static void write(
      HttpServletResponse response, int status, String key, String code, String details)
      throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    if (key != null) {
      body.put("key", key);
    }
    if (code != null) {
      body.put("errorCode", code);
    }
    body.put("errorDetails", details);
    response.setStatus(status);
    response.setContentType("application/json");
    JsonText.write(body, response.getOutputStream());
  }
}
