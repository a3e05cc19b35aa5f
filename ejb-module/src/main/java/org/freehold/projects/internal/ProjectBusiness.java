package org.freehold.projects.internal;

import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.freehold.projects.ProjectFields;
import org.freehold.projects.Stakeholder;

/** What a project costs and brings, and to whom it matters. */
@Embeddable
public class ProjectBusiness {
  @Column(name = "business_unit")
  private String businessUnit;

  @Column(name = "cost_center")
  private String costCenter;

  @Column(name = "budget_allocated")
  private BigDecimal budgetAllocated;

  @Column(name = "estimated_cost")
  private BigDecimal estimatedCost;

  @Column(name = "actual_cost")
  private BigDecimal actualCost;

  @Column(name = "business_value")
  private String businessValue;

  private String kpis;
  private String stakeholders;

  protected ProjectBusiness() {}

  ProjectBusiness(ProjectFields fields) {
    businessUnit = fields.businessUnit();
    costCenter = fields.costCenter();
    budgetAllocated = fields.budgetAllocated();
    estimatedCost = fields.estimatedCost();
    actualCost = fields.actualCost();
    businessValue = fields.businessValue();
    kpis = StoredKpis.write(fields.kpis());
    stakeholders = StoredStakeholders.write(fields.stakeholders());
  }

  String businessUnit() {
    return businessUnit;
  }

  String costCenter() {
    return costCenter;
  }

  BigDecimal budgetAllocated() {
    return budgetAllocated;
  }

  BigDecimal estimatedCost() {
    return estimatedCost;
  }

  BigDecimal actualCost() {
    return actualCost;
  }

  String businessValue() {
    return businessValue;
  }

  Map<String, JsonValue> kpis() {
    return StoredKpis.read(kpis);
  }

  List<Stakeholder> stakeholders() {
    return StoredStakeholders.read(stakeholders);
  }
}
