package org.freehold.web.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.freehold.platform.json.JsonText;

/** Tells as a problem what the container itself refuses, such as a path outside of the API. */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object told = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = told instanceof Integer code ? code : 404;
    boolean ours = status >= 500;
    RequestFacts facts = new RequestFacts(request);
    // What fails before the first filter has none of its headers yet.
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = asked instanceof String uri ? uri : facts.path();
    StandardHeaders.put(response, path);
    response.setHeader("X-Request-Id", facts.answeredId());
    if (path.startsWith(request.getContextPath() + RequestFacts.FLAGS)) {
      RemoteFlagError.write(
          response, status, null, null, "Request " + facts.requestId() + " could not be answered.");
      return;
    }
    Map<String, Object> body =
        ProblemBody.of(
            status,
            ours ? "internal_error" : status == 404 ? "no_such_path" : "invalid",
            ours ? "Internal error" : status == 404 ? "Not Found" : "Invalid request",
            ours ? "Something went wrong on our side." : "There is nothing at this path.",
            facts.requestId());
    body.put("hint", "The paths and what they take are in /api/openapi.json.");
    response.setStatus(status);
    response.setContentType(ProblemBody.TYPE.toString());
    JsonText.write(body, response.getOutputStream());
  }
}
