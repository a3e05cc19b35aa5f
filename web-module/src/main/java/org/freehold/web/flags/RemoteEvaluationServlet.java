package org.freehold.web.flags;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.freehold.engine.flags.Evaluation;
import org.freehold.engine.flags.FlagContext;
import org.freehold.flags.EvaluatedFlags;
import org.freehold.flags.FlagEvaluations;
import org.freehold.flags.FlagKey;
import org.freehold.flags.FlagStreams;
import org.freehold.platform.Actor;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.EnvironmentName;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotSignedIn;
import org.freehold.platform.json.JsonText;
import org.freehold.web.platform.RemoteFlagError;

/**
 * The OpenFeature Remote Evaluation Protocol (OFREP 0.3). Its failures are told as it has them, not
 * as RFC 9457. JAX-RS would answer a POST whose If-None-Match holds with 412, where the protocol
 * wants 304; so this is a servlet.
 */
@WebServlet("/ofrep/v1/*")
public class RemoteEvaluationServlet extends HttpServlet {
  /** Names the environment; without it the flags are those of production. */
  static final String ENVIRONMENT = "Freehold-Environment";

  private static final long serialVersionUID = 1;
  private static final String BULK = "/evaluate/flags";
  private static final int INACTIVITY_SECONDS = 120;
  private static final Pattern NAME = Pattern.compile(FlagKey.PATTERN);

  @Inject private transient FlagEvaluations evaluations;
  @Inject private transient FlagStreams streams;

  /** What is wrong with a request, in the words of the protocol. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;

    Refused(String code, String details) {
      super(details);
      this.code = code;
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    boolean single = path.startsWith(BULK + "/") && path.length() > BULK.length() + 1;
    if (!single && !path.equals(BULK)) {
      RemoteFlagError.write(response, 404, null, null, "There is nothing at this path.");
      return;
    }
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      RemoteFlagError.write(response, 405, null, null, "This path takes POST only.");
      return;
    }
    // Before the body is looked at: nobody learns by a fault in it what they may not ask.
    if (CurrentCall.get().actor().kind() == Actor.Kind.ANONYMOUS) {
      throw NotSignedIn.required();
    }
    evaluations.requireMayAsk();
    String key = single ? path.substring(BULK.length() + 1) : null;
    try {
      JsonObject context = context(request);
      if (single) {
        one(key, environment(request), context, response);
      } else {
        all(environment(request), context, request, response);
      }
    } catch (Refused refused) {
      RemoteFlagError.write(response, 400, key, refused.code, refused.getMessage());
    }
  }

  private void one(String key, String environment, JsonObject context, HttpServletResponse response)
      throws IOException {
    Evaluation evaluation = evaluations.evaluate(key, environment, context);
    if (!evaluation.found()) {
      RemoteFlagError.write(response, 404, key, "FLAG_NOT_FOUND", "There is no such flag here.");
      return;
    }
    write(response, told(evaluation, environment));
  }

  private void all(
      String environment,
      JsonObject context,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String known = request.getHeader("If-None-Match");
    // Before the flags: what changes meanwhile is told on the stream.
    String ticket = streams.ticket();
    EvaluatedFlags flags =
        evaluations.evaluateAll(environment, context, tag -> KnownTags.in(known, tag));
    response.setHeader("ETag", "\"" + flags.etag() + "\"");
    if (flags.flags() == null) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("flags", flags.flags().stream().map(flag -> told(flag, environment)).toList());
    body.put("metadata", Map.of("environment", environment));
    String stream = request.getContextPath() + "/api/flag-events?ticket=" + ticket;
    body.put(
        "eventStreams",
        List.of(
            Map.of(
                "type",
                "sse",
                "endpoint",
                Map.of("requestUri", stream),
                "inactivityDelaySec",
                INACTIVITY_SECONDS)));
    write(response, body);
  }

  private static void write(HttpServletResponse response, Object body) throws IOException {
    response.setContentType("application/json");
    JsonText.write(body, response.getOutputStream());
  }

  private static Map<String, Object> told(Evaluation evaluation, String environment) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("environment", environment);
    if (evaluation.rule() != null) {
      metadata.put("rule", evaluation.rule());
    }
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("key", evaluation.flag());
    told.put("value", evaluation.value());
    told.put("variant", evaluation.variant());
    told.put("reason", evaluation.reason().name());
    told.put("metadata", metadata);
    return told;
  }

  private static String environment(HttpServletRequest request) throws Refused {
    String environment = request.getHeader(ENVIRONMENT);
    if (environment == null) {
      return FlagKey.ENVIRONMENT;
    }
    if (!NAME.matcher(environment).matches()) {
      throw new Refused("GENERAL", "The header " + ENVIRONMENT + " names no environment.");
    }
    return EnvironmentName.canonical(environment);
  }

  private static JsonObject context(HttpServletRequest request) throws IOException, Refused {
    JsonObject body;
    try {
      body = JsonText.parseObject(request.getInputStream());
    } catch (Invalid invalid) {
      throw new Refused("PARSE_ERROR", invalid.getMessage());
    }
    JsonValue context = body.get("context");
    if (!(context instanceof JsonObject attributes)) {
      throw new Refused("INVALID_CONTEXT", "The body has no context that is an object.");
    }
    if (!(attributes.get(FlagContext.TARGETING_KEY) instanceof JsonString key)
        || key.getString().isEmpty()) {
      throw new Refused("TARGETING_KEY_MISSING", "The context has no targetingKey.");
    }
    if (key.getString().length() > FlagKey.LONGEST_TARGET) {
      throw new Refused(
          "INVALID_CONTEXT",
          "The targetingKey has more than " + FlagKey.LONGEST_TARGET + " characters.");
    }
    return attributes;
  }
}
