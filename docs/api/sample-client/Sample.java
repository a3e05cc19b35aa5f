import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A client of Freehold in one file, with nothing but the JDK (17 or newer):
 *
 * <pre>
 * FREEHOLD_PASSWORD=… java Sample.java
 * java Sample.java verify SECRET ID TIMESTAMP SIGNATURE &lt; body
 * </pre>
 *
 * FREEHOLD_SERVER, FREEHOLD_TENANT, FREEHOLD_EMAIL and FREEHOLD_JOB say where, as whom and what.
 */
public final class Sample {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration WEBHOOK_TOLERANCE = Duration.ofMinutes(5);
  private static final int ATTEMPTS = 5;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String server;
  private String token;

  private Sample(String server) {
    this.server = server;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 5 && arguments[0].equals("verify")) {
      byte[] body = System.in.readAllBytes();
      boolean genuine =
          isGenuine(arguments[1], arguments[2], arguments[3], arguments[4], body, Instant.now());
      System.out.println(genuine ? "genuine" : "not genuine");
      System.exit(genuine ? 0 : 1);
    }
    try {
      new Sample(setting("FREEHOLD_SERVER", "http://localhost:8080")).run();
    } catch (Refused e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void run() throws Exception {
    String tenant = setting("FREEHOLD_TENANT", "demo");
    signIn(setting("FREEHOLD_EMAIL", "admin@freehold.example"), setting("FREEHOLD_PASSWORD", ""));
    String project = createProject(tenant, "Sample " + Instant.now());
    System.out.println("Made project " + project);
    System.out.println("There are " + projects(tenant).size() + " projects");
    System.out.println("It is " + pause(tenant, project).get("status") + " now");
    try {
      call("POST", "/api/projects", tenant, Map.of("name", ""));
    } catch (Refused e) {
      System.out.println("Refused as it should be: " + e.code + " " + e.problem.get("errors"));
    }
    String job = setting("FREEHOLD_JOB", "rehearsal");
    System.out.println("Job " + job + " " + follow(tenant, start(tenant, job)));
  }

  // Signing in. The refresh token, which is good once, gives the next pair when this one is old.

  private void signIn(String email, String password) throws Exception {
    Map<String, Object> tokens =
        call("POST", "/api/auth/login", null, Map.of("email", email, "password", password)).body;
    token = (String) tokens.get("access_token");
  }

  // A list: pass next as after, until there is none.

  private List<Map<String, Object>> projects(String tenant) throws Exception {
    List<Map<String, Object>> all = new ArrayList<>();
    String after = "";
    while (after != null) {
      Answer page = call("GET", "/api/projects?limit=50" + after, tenant, null);
      all.addAll(Json.objects(page.body.get("items")));
      after = page.body.get("next") == null ? null : "&after=" + page.body.get("next");
    }
    return all;
  }

  // Making something: the key makes a repetition harmless, so a request that got lost is sent again.

  private String createProject(String tenant, String name) throws Exception {
    String key = UUID.randomUUID().toString();
    Map<String, Object> project = Map.of("name", name, "priority", "high");
    for (int attempt = 1; ; attempt++) {
      try {
        Answer made = call("POST", "/api/projects", tenant, project, "Idempotency-Key", key);
        return (String) made.body.get("id");
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  // Changing something: If-Match keeps the change of somebody who was faster; 412 means read again.

  private Map<String, Object> pause(String tenant, String project) throws Exception {
    String path = "/api/projects/" + project;
    for (int attempt = 1; ; attempt++) {
      String etag = call("GET", path, tenant, null).etag;
      try {
        return call("PATCH", path, tenant, Map.of("status", "paused"), "If-Match", etag).body;
      } catch (Refused e) {
        if (e.status != 412 || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  // A job: 202 with its run, whose events come as a stream until it has ended.

  private String start(String tenant, String job) throws Exception {
    return call("POST", "/api/jobs/" + job + "/runs", tenant, Map.of()).location;
  }

  private String follow(String tenant, String run) throws Exception {
    HttpRequest request = request("GET", run + "/events", tenant, null).build();
    HttpResponse<Stream<String>> events = http.send(request, BodyHandlers.ofLines());
    if (events.statusCode() != 200) {
      throw new Refused(events.statusCode(), Map.of("detail", "No events of " + run));
    }
    try (Stream<String> lines = events.body()) {
      lines
          .filter(line -> line.startsWith("data:"))
          .map(line -> Json.object(line.substring("data:".length())))
          .forEach(state -> System.out.println("  " + state.get("status")));
    }
    return (String) call("GET", run, tenant, null).body.get("status");
  }

  // A webhook (https://www.standardwebhooks.com): check the bytes as they came, before reading them.

  static boolean isGenuine(
      String secret, String id, String timestamp, String signatures, byte[] body, Instant now)
      throws GeneralSecurityException {
    if (!secret.startsWith("whsec_") || !timestamp.matches("[0-9]{1,12}")) {
      return false;
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(sent, now).abs().compareTo(WEBHOOK_TOLERANCE) > 0) {
      return false;
    }
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    byte[] wanted = expected.getBytes(StandardCharsets.UTF_8);
    return Stream.of(signatures.split(" "))
        .anyMatch(one -> MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), wanted));
  }

  // HTTP.

  /** What an answer said; the body is empty when there was none. */
  private record Answer(Map<String, Object> body, String etag, String location) {}

  /** A problem (RFC 9457). Programs decide by the status and the code, people read the rest. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String code;
    private final transient Map<String, Object> problem;

    private Refused(int status, Map<String, Object> problem) {
      super(
          "%d %s %s (request %s)"
              .formatted(
                  status, problem.get("detail"), problem.get("hint"), problem.get("request_id")));
      this.status = status;
      this.code = String.valueOf(problem.get("code"));
      this.problem = problem;
    }
  }

  private Answer call(String method, String path, String tenant, Object body, String... headers)
      throws Exception {
    HttpRequest.Builder request = request(method, path, tenant, body).timeout(PATIENCE);
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    String text = response.body();
    boolean json =
        response.headers().firstValue("Content-Type").orElse("").matches("application/.*json.*");
    Map<String, Object> answer = json && !text.isBlank() ? Json.object(text) : Map.of();
    if (response.statusCode() >= 400) {
      throw new Refused(response.statusCode(), answer);
    }
    String location = response.headers().firstValue("Location").orElse(null);
    return new Answer(
        answer,
        response.headers().firstValue("ETag").orElse(null),
        location == null ? null : URI.create(location).getRawPath());
  }

  private HttpRequest.Builder request(String method, String path, String tenant, Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path))
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.text(body)));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (tenant != null) {
      request.header("X-Tenant-Slug", tenant);
    }
    return request;
  }

  private static String setting(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value;
  }

  /** As much of JSON as this needs. A real client takes a library. */
  private static final class Json {
    private final String text;
    private int at;

    private Json(String text) {
      this.text = text;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text) {
      return (Map<String, Object>) new Json(text).value();
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Object list) {
      return (List<Map<String, Object>>) list;
    }

    static String text(Object value) {
      if (value instanceof Map<?, ?> members) {
        List<String> parts = new ArrayList<>();
        members.forEach((name, one) -> parts.add(quoted(name.toString()) + ":" + text(one)));
        return "{" + String.join(",", parts) + "}";
      }
      return value instanceof String string ? quoted(string) : String.valueOf(value);
    }

    private static String quoted(String text) {
      StringBuilder out = new StringBuilder("\"");
      for (char c : text.toCharArray()) {
        out.append(c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted((int) c) : c);
      }
      return out.append('"').toString();
    }

    private Object value() {
      char first = next();
      return switch (first) {
        case '{' -> members();
        case '[' -> items();
        case '"' -> string();
        default -> word(first);
      };
    }

    private Map<String, Object> members() {
      Map<String, Object> members = new LinkedHashMap<>();
      for (char c = next(); c != '}'; c = next()) {
        if (c == '"') {
          String name = string();
          next();
          members.put(name, value());
        }
      }
      return members;
    }

    private List<Object> items() {
      List<Object> items = new ArrayList<>();
      for (char c = next(); c != ']'; c = next()) {
        if (c != ',') {
          at--;
          items.add(value());
        }
      }
      return items;
    }

    private String string() {
      StringBuilder out = new StringBuilder();
      for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
        out.append(c == '\\' ? escaped(text.charAt(at++)) : c);
      }
      return out.toString();
    }

    private char escaped(char c) {
      if (c == 'u') {
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      int known = "bfnrt".indexOf(c);
      return known < 0 ? c : "\b\f\n\r\t".charAt(known);
    }

    private Object word(char first) {
      int from = at - 1;
      while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return switch (first) {
        case 't' -> true;
        case 'f' -> false;
        case 'n' -> null;
        default -> new BigDecimal(text.substring(from, at));
      };
    }

    private char next() {
      while (Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return text.charAt(at++);
    }
  }
}
