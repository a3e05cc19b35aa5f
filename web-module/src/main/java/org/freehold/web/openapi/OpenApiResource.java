package org.freehold.web.openapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The document of this API. */
@Path("openapi.json")
@ApplicationScoped
@Area("About the API")
public class OpenApiResource {
  private static final byte[] DOCUMENT = read();
  private static final EntityTag TAG = new EntityTag(digest(DOCUMENT));

  @GET
  @Produces("application/json")
  @Operation(summary = "This document", caller = Operation.Caller.ANYBODY, alsoAnswers = 304)
  public Response document(@Context Request request) {
    Response.ResponseBuilder answer = request.evaluatePreconditions(TAG);
    if (answer == null) {
      answer = Response.ok(new String(DOCUMENT, StandardCharsets.UTF_8));
    }
    return answer.tag(TAG).header("Cache-Control", "public, max-age=300").build();
  }

  private static byte[] read() {
    try (InputStream in = OpenApiResource.class.getResourceAsStream("/META-INF/openapi.json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
