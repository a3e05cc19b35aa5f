package org.freehold.web.decisions;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.platform.json.JsonText;

/**
 * Where the decision point is (AuthZEN §9): the whole installation's, and behind {@code /t/} each
 * tenant's own. Tells the same whether or not there is such a tenant.
 */
@WebServlet({AuthZenMetadataServlet.PATH, AuthZenMetadataServlet.PATH + "/*"})
public class AuthZenMetadataServlet extends HttpServlet {
  static final String PATH = "/.well-known/authzen-configuration";

  private static final long serialVersionUID = 1;
  private static final Pattern TENANT = Pattern.compile("(/t/[a-z0-9][a-z0-9-]{1,62})?");

  @Inject
  @ConfigProperty(name = "freehold.public-url")
  private transient String publicUrl;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Map<String, Object>> metadata = place(request).flatMap(p -> metadata(publicUrl, p));
    if (metadata.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "public, max-age=3600");
    JsonText.write(metadata.get(), response.getOutputStream());
  }

  /** What follows the well-known path, before which nothing names a decision point. */
  private static Optional<String> place(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) != null) {
      return Optional.empty();
    }
    return Optional.of(request.getPathInfo() == null ? "" : request.getPathInfo());
  }

  /**
   * Of the decision point whose path this is: the public address's own, or a tenant's below it.
   * Nothing for another path: the identifier must be the one that was asked with.
   */
  static Optional<Map<String, Object>> metadata(String publicUrl, String path) {
    URI url = URI.create(publicUrl);
    String base = url.getPath().replaceAll("/+$", "");
    if (!path.startsWith(base) || !TENANT.matcher(path.substring(base.length())).matches()) {
      return Optional.empty();
    }
    String point = url.getScheme() + "://" + url.getAuthority() + path;
    String calls = point + "/access/v1/";
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("policy_decision_point", point);
    metadata.put("access_evaluation_endpoint", calls + "evaluation");
    metadata.put("access_evaluations_endpoint", calls + "evaluations");
    metadata.put("search_subject_endpoint", calls + "search/subject");
    metadata.put("search_resource_endpoint", calls + "search/resource");
    metadata.put("search_action_endpoint", calls + "search/action");
    return Optional.of(metadata);
  }
}
