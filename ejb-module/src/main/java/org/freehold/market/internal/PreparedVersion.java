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

  /** False when its release was in place before. */
  public boolean live(Instant now) {
    if (liveAt != null) {
      return false;
    }
    liveAt = now;
    return true;
  }

  /** Brings the use to this version, unless it is of this or a newer one by now. */
  public void takeTo(TemplateUse use) {
    UsedTemplate now = use.details().template();
    if (TemplateVersion.of(now.version()).compareTo(TemplateVersion.of(templateVersion)) < 0) {
      use.upgrade(
          new UsedTemplate(now.id(), templateVersion, templateDigest),
          answers,
          Blueprint.stored(blueprint));
    }
  }

  public TemplateUseId use() {
    return new TemplateUseId(useId);
  }
}
