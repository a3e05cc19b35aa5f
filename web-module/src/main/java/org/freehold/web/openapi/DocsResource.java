package org.freehold.web.openapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page that shows the document to people. */
@Path("docs")
@ApplicationScoped
@Area("About the API")
public class DocsResource {
  @GET
  @Produces("text/html;charset=utf-8")
  @Operation(summary = "This document as a page", caller = Operation.Caller.ANYBODY)
  public Response page() {
    try (InputStream in = DocsResource.class.getResourceAsStream("docs.html")) {
      return Response.ok(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .header("Cache-Control", "public, max-age=300")
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
