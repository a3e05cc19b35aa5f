package org.freehold.web.dashboard;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends the dashboard, and the portal, which has its pages about webhooks only. Every address below
 * {@code /admin/} and {@code /portal/} opens one of them, and it finds the page for the address
 * itself: so an address can be sent to somebody else.
 */
@WebServlet({"/admin", "/admin/*", "/portal", "/portal/*"})
public class DashboardServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String PAGE = "/index.html";
  private static final String PORTAL = "/portal";
  private static final String PORTAL_PAGE = "/portal.html";
  private static final Map<String, String> TYPES =
      Map.of(
          PAGE,
          "text/html;charset=utf-8",
          PORTAL_PAGE,
          "text/html;charset=utf-8",
          "/dashboard.js",
          "text/javascript;charset=utf-8",
          "/portal.js",
          "text/javascript;charset=utf-8",
          "/dashboard.css",
          "text/css;charset=utf-8",
          "/icon.svg",
          "image/svg+xml");

  private final transient Map<String, DashboardFile> files = new ConcurrentHashMap<>();

  @Override
  public void init() throws ServletException {
    for (Map.Entry<String, String> type : TYPES.entrySet()) {
      String place = "/admin" + type.getKey();
      try (InputStream in = getServletContext().getResourceAsStream(place)) {
        if (in == null) {
          throw new ServletException("The build left out " + place);
        }
        files.put(type.getKey(), DashboardFile.read(type.getValue(), in));
      } catch (IOException e) {
        throw new ServletException("Cannot read " + place, e);
      }
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    if (path == null) {
      response.sendRedirect(request.getContextPath() + request.getServletPath() + "/");
      return;
    }
    DashboardFile file =
        request.getServletPath().equals(PORTAL)
            ? files.get(PORTAL_PAGE)
            : files.getOrDefault(path, files.get(PAGE));
    boolean zipped = acceptsZipped(request);
    String etag = file.etag(zipped);
    // One name for ever, and a short question whether it is still the same: see ADR 33.
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("ETag", etag);
    response.setHeader("Vary", "Accept-Encoding");
    if (isKnown(etag, request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    send(file, zipped, response);
  }

  /** Whether the list of tags has this one; proxies that zip make tags weak. */
  private static boolean isKnown(String etag, String ifNoneMatch) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(",", 20))
            .map(String::strip)
            .anyMatch(tag -> tag.equals(etag) || tag.equals("W/" + etag));
  }

  private static void send(DashboardFile file, boolean zipped, HttpServletResponse response)
      throws IOException {
    byte[] content = zipped ? file.zipped() : file.plain();
    if (zipped) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentType(file.type());
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }

  private static boolean acceptsZipped(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Encoding");
    return accepted != null && accepted.contains("gzip");
  }
}
