package org.freehold.market.internal;

import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.freehold.jobs.JobRunId;
import org.freehold.market.TemplateUseDetails;
import org.freehold.market.TemplateUseId;
import org.freehold.market.TemplateUseStatus;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.platform.persistence.JsonMap;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.tenancy.TenantDetails;

/**
 * A use of a template: {@code making → made}, or {@code making → undoing → undone}. What is to be
 * made is frozen with it, so that a run that goes on makes what it began.
 */
@Entity
@Table(name = "template_use")
@IdClass(TenantRowKey.class)
public class TemplateUse {
  private static final int FAILURE = 2000;
  private static final String KEPT =
      " The tenant was opened meanwhile: it is kept, with all that was made.";

  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "run_id")
  private UUID runId;

  @Column(name = "template_id")
  private String templateId;

  @Column(name = "template_version")
  private String templateVersion;

  @Column(name = "template_digest")
  private String templateDigest;

  @Column(name = "made_tenant_id")
  private UUID madeTenantId;

  @Column(name = "tenant_slug")
  private String tenantSlug;

  @Convert(converter = JsonMap.class)
  private Map<String, JsonValue> answers;

  @Convert(converter = JsonColumn.class)
  private String blueprint;

  @Convert(converter = JsonColumn.class)
  private String plans;

  private String status;
  private String failure;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Version private long version;

  protected TemplateUse() {}

  /** In the tenant of the platform, for one that was just made. */
  public TemplateUse(
      TenantId platform,
      TemplateUseId id,
      TemplateDocument template,
      TenantDetails made,
      Instant now) {
    tenantId = platform.value();
    this.id = id.value();
    templateId = template.id();
    templateVersion = template.version().toString();
    templateDigest = template.digest();
    madeTenantId = made.id().value();
    tenantSlug = made.slug();
    status = WireNames.of(TemplateUseStatus.MAKING);
    createdAt = now;
  }

  /** What is to be made; secrets are neither among the answers nor in the blueprint. */
  public void freeze(Map<String, JsonValue> kept, Blueprint what, PlanOffer offer, JobRunId run) {
    answers = new TreeMap<>(kept);
    blueprint = JsonText.of(what.withoutSecrets());
    plans = JsonText.of(offer);
    runId = run.value();
  }

  public void made(Instant now) {
    require(TemplateUseStatus.MAKING);
    status = WireNames.of(TemplateUseStatus.MADE);
    endedAt = now;
  }

  /** From here on nothing more is made; what is there goes. */
  public void undo(String why) {
    require(TemplateUseStatus.MAKING);
    status = WireNames.of(TemplateUseStatus.UNDOING);
    failure = why.substring(0, Math.min(FAILURE, why.length()));
  }

  /** Somebody has opened it by hand. */
  public void keepTenant() {
    require(TemplateUseStatus.UNDOING);
    failure = failure.substring(0, Math.min(FAILURE - KEPT.length(), failure.length())) + KEPT;
  }

  public void undone(Instant now) {
    require(TemplateUseStatus.UNDOING);
    status = WireNames.of(TemplateUseStatus.UNDONE);
    endedAt = now;
  }

  /** A release has carried it to another version, or was undone: it is of that from here on. */
  public void become(
      TemplateUseDetails.UsedTemplate to, Map<String, JsonValue> kept, Blueprint what) {
    require(TemplateUseStatus.MADE);
    templateVersion = to.version();
    templateDigest = to.digest();
    answers = new TreeMap<>(kept);
    blueprint = JsonText.of(what.withoutSecrets());
  }

  private void require(TemplateUseStatus expected) {
    if (status() != expected) {
      throw new IllegalStateException("The use " + id + " is " + status);
    }
  }

  public TemplateUseDetails details() {
    return new TemplateUseDetails(
        id(),
        new TemplateUseDetails.UsedTemplate(templateId, templateVersion, templateDigest),
        status(),
        madeTenant(),
        tenantSlug,
        answers,
        new JobRunId(runId),
        List.of(),
        failure,
        createdAt,
        endedAt);
  }

  public TemplateUseId id() {
    return new TemplateUseId(id);
  }

  public TemplateUseStatus status() {
    return WireNames.constant(TemplateUseStatus.class, status).orElseThrow();
  }

  public TenantId madeTenant() {
    return new TenantId(madeTenantId);
  }

  public JobRunId run() {
    return new JobRunId(runId);
  }

  public String failure() {
    return failure;
  }

  public String slug() {
    return tenantSlug;
  }

  public Blueprint blueprint() {
    return Blueprint.stored(blueprint);
  }

  public PlanOffer plans() {
    return PlanOffer.stored(plans);
  }

  UUID rowId() {
    return id;
  }

  Instant createdAt() {
    return createdAt;
  }
}
