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
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.freehold.market.TemplateUseDetails;
import org.freehold.market.TemplateUseDetails.UsedTemplate;
import org.freehold.market.TemplateUseId;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.platform.persistence.JsonMap;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.platform.persistence.UuidColumn;
import org.freehold.releases.ReleaseId;

/** The version that a use of a template will be of when a release is in place. */
@Entity
@Table(name = "template_upgrade")
@IdClass(TenantRowKey.class)
public class PreparedVersion {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  /** The release's. */
  @Id private UUID id;

  @Column(name = "use_id")
  @Convert(converter = UuidColumn.class)
  private UUID useId;

  @Column(name = "template_version")
  private String templateVersion;

  @Column(name = "template_digest")
  private String templateDigest;

  @Convert(converter = JsonMap.class)
  private Map<String, JsonValue> answers;

  @Convert(converter = JsonColumn.class)
  private String blueprint;

  @Column(name = "before_version")
  private String beforeVersion;

  @Column(name = "before_digest")
  private String beforeDigest;

  @Convert(converter = JsonMap.class)
  @Column(name = "before_answers")
  private Map<String, JsonValue> beforeAnswers;

  @Convert(converter = JsonColumn.class)
  @Column(name = "before_blueprint")
  private String beforeBlueprint;

  @Column(name = "prepared_at")
  private Instant preparedAt;

  @Column(name = "live_at")
  private Instant liveAt;

  @Version private long version;

  protected PreparedVersion() {}

  /** Secrets are neither among the answers nor in the blueprint. */
  public PreparedVersion(
      TenantId platform,
      TemplateUseId use,
      ReleaseId release,
      UsedTemplate to,
      Map<String, JsonValue> kept,
      Blueprint what,
      Instant now) {
    tenantId = platform.value();
    id = release.value();
    useId = use.value();
    templateVersion = to.version();
    templateDigest = to.digest();
    answers = new TreeMap<>(kept);
    blueprint = JsonText.of(what.withoutSecrets());
    preparedAt = now;
  }

  /** Its release is in place, or undone; false when it was so before. */
  public boolean become(boolean live, Instant now) {
    if (live == (liveAt != null)) {
      return false;
    }
    liveAt = live ? now : null;
    return true;
  }

  /** Brings the use to this version, unless it is of this or a newer one by now. */
  public void takeTo(TemplateUse use) {
    TemplateUseDetails now = use.details();
    UsedTemplate from = now.template();
    if (TemplateVersion.of(from.version()).compareTo(TemplateVersion.of(templateVersion)) < 0) {
      beforeVersion = from.version();
      beforeDigest = from.digest();
      beforeAnswers = new TreeMap<>(now.answers());
      beforeBlueprint = JsonText.of(use.blueprint());
      use.become(
          new UsedTemplate(from.id(), templateVersion, templateDigest),
          answers,
          Blueprint.stored(blueprint));
    }
  }

  /** Brings the use back to what it was of, unless it has become another since. */
  public void takeBack(TemplateUse use) {
    UsedTemplate now = use.details().template();
    if (beforeVersion != null && now.digest().equals(templateDigest)) {
      use.become(
          new UsedTemplate(now.id(), beforeVersion, beforeDigest),
          beforeAnswers,
          Blueprint.stored(beforeBlueprint));
    }
  }

  public TemplateUseId use() {
    return new TemplateUseId(useId);
  }
}
