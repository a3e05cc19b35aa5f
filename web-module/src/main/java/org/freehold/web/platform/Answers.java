package org.freehold.web.platform;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.freehold.platform.EntityId;
import org.freehold.platform.Invalid;
import org.freehold.platform.Page;
import org.freehold.platform.Versioned;

/** The answers that resources give: created, one thing with its version, a page of a list. */
public final class Answers {
  private Answers() {}

  /** 201 with the place of the new thing and its ETag; the id is the last part of the place. */
  public static Response created(UriInfo uri, Object id, Versioned body) {
    String last = id instanceof EntityId e ? e.value().toString() : id.toString();
    return Response.status(201)
        .header("Location", path(uri) + "/" + last)
        .header("ETag", etag(body))
        .entity(body)
        .build();
  }

  /** 201 with the place of a new thing that has no versions. */
  public static Response unversioned(UriInfo uri, EntityId id, Record body) {
    return Response.status(201)
        .header("Location", path(uri) + "/" + id.value())
        .entity(body)
        .build();
  }

  /** 200 with the ETag of the version. */
  public static Response versioned(Versioned body) {
    return Response.ok(body).header("ETag", etag(body)).build();
  }

  /** 202 with the ETag of the version, for what goes on after the answer. */
  public static Response accepted(Versioned body) {
    return Response.accepted(body).header("ETag", etag(body)).build();
  }

  /** 200 with a link to the next page when there is one. */
  public static Response page(UriInfo uri, Page<?> page) {
    return linked(Response.ok(page), uri, page.next()).build();
  }

  /** With a link to what follows; {@code next} null: nothing does. */
  static Response.ResponseBuilder linked(
      Response.ResponseBuilder answer, UriInfo uri, String next) {
    return next == null
        ? answer
        : answer.header("Link", "<" + path(uri) + "?" + query(uri, next) + ">; rel=\"next\"");
  }

  private static String etag(Versioned body) {
    return "\"" + body.version() + "\"";
  }

  /** The version in If-Match, or null when there is none or it is a star. */
  public static Long expected(String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return null;
    }
    String tag = ifMatch.strip();
    if (!tag.matches("\"[0-9]{1,18}\"")) {
      throw Invalid.at(
          "If-Match", "format", "If-Match takes one ETag as it came, with its quotes.");
    }
    return Long.valueOf(tag.substring(1, tag.length() - 1));
  }

  private static String path(UriInfo uri) {
    String path = uri.getPath();
    String trimmed = path.replaceAll("^/+|/+$", "");
    return "/api/" + trimmed;
  }

  private static String query(UriInfo uri, String next) {
    MultivaluedMap<String, String> parameters = uri.getQueryParameters();
    String kept =
        parameters.keySet().stream()
            .filter(name -> !name.equals("after"))
            .sorted()
            .flatMap(name -> pairs(name, parameters.get(name)))
            .collect(Collectors.joining("&"));
    return (kept.isEmpty() ? "" : kept + "&") + "after=" + encode(next);
  }

  private static java.util.stream.Stream<String> pairs(String name, List<String> values) {
    return values.stream().map(value -> encode(name) + "=" + encode(value));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
