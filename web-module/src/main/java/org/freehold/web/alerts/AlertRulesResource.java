package org.freehold.web.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.freehold.alerts.AlertRuleSettings;
import org.freehold.alerts.AlertRules;
import org.freehold.alerts.AlertRulesDetails;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;

/** What the tenant is warned of. */
@Area("Audit")
@Path("security/alert-rules")
@ApplicationScoped
@Produces("application/json")
public class AlertRulesResource {
  @Inject private AlertRuleSettings rules;

  @GET
  @Operation(
      summary = "Tells what the tenant is warned of",
      permission = "audit:read",
      answers = AlertRulesDetails.class)
  public Response alertRules() {
    return Answers.versioned(rules.details());
  }

  @PUT
  @Operation(
      summary = "Replaces what the tenant is warned of; what is absent is as the product has it",
      permission = "audit:admin",
      answers = AlertRulesDetails.class)
  public Response replaceAlertRules(@HeaderParam("If-Match") String ifMatch, AlertRules wanted) {
    return Answers.versioned(rules.replace(wanted, Answers.expected(ifMatch)));
  }
}
