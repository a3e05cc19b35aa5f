package org.freehold.web.platform;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.freehold.platform.Invalid;
import org.freehold.platform.persistence.PageRequest;

/** The parameters that every list takes. */
public class PageParameters {
  @QueryParam("limit")
  @DefaultValue("50")
  private String limit;

  @QueryParam("after")
  private String after;

  @QueryParam("sort")
  private String sort;

  public PageRequest request() {
    if (!limit.matches("[0-9]{1,4}")) {
      throw Invalid.at("limit", "type", "limit must be a whole number.");
    }
    return new PageRequest(Integer.parseInt(limit), after, sort);
  }
}
