package org.freehold.web.audit;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.freehold.audit.AuditFilter;
import org.freehold.platform.Invalid;
import org.freehold.platform.Severity;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.platform.EnumParameter;

/** The filters of the trail. */
public class AuditParameters {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 100;

  @QueryParam("user_id")
  private UUID userId;

  @QueryParam("action")
  private String action;

  @QueryParam("resource_type")
  private String resourceType;

  @QueryParam("resource_id")
  private String resourceId;

  @QueryParam("project_id")
  private UUID projectId;

  @QueryParam("from")
  private Instant from;

  @QueryParam("to")
  private Instant to;

  @OneOf(Severity.class)
  @QueryParam("severity")
  private String severity;

  @QueryParam("success")
  private Boolean success;

  @QueryParam("request_id")
  private String requestId;

  @QueryParam("compliance_relevant")
  private Boolean complianceRelevant;

  @QueryParam("q")
  private String text;

  AuditFilter filter() {
    if (text != null && (text.length() < SHORTEST || text.length() > LONGEST)) {
      throw Invalid.at("q", "size", "q is a text of 3 to 100 characters.");
    }
    return new AuditFilter(
        userId,
        action,
        resourceType,
        resourceId,
        projectId,
        from,
        to,
        EnumParameter.check(Severity.class, "severity", severity),
        success,
        requestId,
        complianceRelevant,
        text);
  }
}
