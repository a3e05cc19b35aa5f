package org.freehold.projects.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.freehold.engine.access.ResourceAttributes;
import org.freehold.engine.access.condition.IpAddress;
import org.freehold.engine.access.condition.Network;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonList;
import org.freehold.projects.DataClassification;
import org.freehold.projects.ProjectFields;
import org.freehold.projects.SecurityLevel;

/** How a project is to be guarded and reviewed. */
@Embeddable
public class ProjectGovernance {
  /** Nobody calls from there (RFC 4291 §2.5.2). */
  private static final Network NOWHERE = new Network(new IpAddress(0, 0, false), 128);

  @Column(name = "requires_approval")
  private boolean requiresApproval;

  @Column(name = "review_due_date")
  private LocalDate reviewDueDate;

  @Column(name = "security_level")
  private String securityLevel;

  @Column(name = "data_classification")
  private String dataClassification;

  @Convert(converter = JsonList.class)
  @Column(name = "compliance_requirements")
  private List<String> complianceRequirements;

  @Convert(converter = JsonList.class)
  @Column(name = "allowed_email_domains")
  private List<String> allowedEmailDomains;

  @Convert(converter = JsonList.class)
  @Column(name = "allowed_ips")
  private List<String> allowedIps;

  /** Kept by the database, for lists: whether there are networks or domains. */
  @Column(insertable = false, updatable = false)
  private boolean restricted;

  protected ProjectGovernance() {}

  ProjectGovernance(ProjectFields fields) {
    requiresApproval = fields.requiresApproval();
    reviewDueDate = fields.reviewDueDate();
    securityLevel = WireNames.of(fields.securityLevel());
    dataClassification = WireNames.of(fields.dataClassification());
    complianceRequirements = fields.complianceRequirements();
    allowedEmailDomains = fields.allowedEmailDomains();
    allowedIps = fields.allowedIps();
  }

  ResourceAttributes attributes(String status) {
    return new ResourceAttributes(
        null,
        status,
        dataClassification,
        securityLevel,
        null,
        requiresApproval,
        allowedIps.stream().map(ProjectGovernance::network).toList(),
        Set.copyOf(allowedEmailDomains),
        Map.of());
  }

  /** What cannot be read lets nobody in. */
  private static Network network(String text) {
    return Network.parse(text).orElse(NOWHERE);
  }

  boolean requiresApproval() {
    return requiresApproval;
  }

  LocalDate reviewDueDate() {
    return reviewDueDate;
  }

  SecurityLevel securityLevel() {
    return WireNames.constant(SecurityLevel.class, securityLevel).orElseThrow();
  }

  DataClassification dataClassification() {
    return WireNames.constant(DataClassification.class, dataClassification).orElseThrow();
  }

  List<String> complianceRequirements() {
    return complianceRequirements;
  }

  List<String> allowedEmailDomains() {
    return allowedEmailDomains;
  }

  List<String> allowedIps() {
    return allowedIps;
  }
}
