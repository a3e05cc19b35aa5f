package org.freehold.web.decisions;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.platform.NotFound;
import org.freehold.platform.json.JsonText;

/**
 * Where the decision point is (AuthZEN §9): the whole installation's, and behind {@code /t/} each
 * tenant's own. Tells the same whether or not there is such a tenant.
 */
@WebServlet({"/.well-known/authzen-configuration", "/.well-known/authzen-configuration/*"})
public class AuthZenMetadataServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Pattern TENANT = Pattern.compile("(/t/[a-z0-9][a-z0-9-]{1,62})?");

  @Inject
  @ConfigProperty(name = "freehold.public-url")
  private transient String publicUrl;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    Matcher tenant = TENANT.matcher(path);
    if (!tenant.matches()) {
      throw new NotFound("path");
    }
    String point = publicUrl + path;
    String base = point + "/access/v1/";
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("policy_decision_point", point);
    metadata.put("access_evaluation_endpoint", base + "evaluation");
    metadata.put("access_evaluations_endpoint", base + "evaluations");
    metadata.put("search_subject_endpoint", base + "search/subject");
    metadata.put("search_resource_endpoint", base + "search/resource");
    metadata.put("search_action_endpoint", base + "search/action");
    response.setContentType("application/json");
    JsonText.write(metadata, response.getOutputStream());
  }
}
