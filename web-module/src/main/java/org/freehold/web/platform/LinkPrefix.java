package org.freehold.web.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Keeps a client that names its tenant in the path on that path: Location and Link lead there too.
 */
@Provider
public class LinkPrefix implements ContainerResponseFilter {
  static final String ATTRIBUTE = "org.freehold.linkPrefix";

  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext in, ContainerResponseContext out) {
    Object prefix = request.getAttribute(ATTRIBUTE);
    if (prefix == null) {
      return;
    }
    rewrite(out, "Location", "/api/", prefix + "/api/");
    rewrite(out, "Link", "</api/", "<" + prefix + "/api/");
  }

  private static void rewrite(
      ContainerResponseContext out, String header, String start, String replacement) {
    Object value = out.getHeaders().getFirst(header);
    if (value != null && value.toString().startsWith(start)) {
      out.getHeaders().putSingle(header, replacement + value.toString().substring(start.length()));
    }
  }
}
