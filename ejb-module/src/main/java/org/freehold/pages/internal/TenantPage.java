package org.freehold.pages.internal;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.pages.TenantPageDetails;
import org.freehold.pages.TenantPageFields;
import org.freehold.pages.TenantPageSection;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.platform.persistence.TenantRowKey;

/** A page of a tenant. Its key stays. */
@Entity
@Table(name = "tenant_page")
@IdClass(TenantRowKey.class)
public class TenantPage {
  /** An array is no body: it is kept within an object. */
  record Sections(List<TenantPageSection> sections) {}

  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "key")
  private String key;

  private String title;
  private String path;
  private String icon;
  private int position;

  @Convert(converter = JsonColumn.class)
  private String content;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected TenantPage() {}

  public TenantPage(TenantId tenant, String key, TenantPageFields fields, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    this.key = key;
    createdAt = now;
    change(fields, now);
  }

  public final void change(TenantPageFields fields, Instant now) {
    title = fields.title();
    path = fields.path();
    icon = fields.icon();
    position = fields.position();
    content = JsonText.of(new Sections(fields.sections()));
    updatedAt = now;
  }

  public TenantPageDetails details() {
    return new TenantPageDetails(
        key, title, path, icon, position, sections(), createdAt, updatedAt, version);
  }

  private List<TenantPageSection> sections() {
    return JsonText.parseObject(content)
        .getJsonArray("sections")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(one -> new TenantPageSection(one.getString("heading", null), one.getString("text")))
        .toList();
  }

  public String key() {
    return key;
  }

  public long version() {
    return version;
  }
}
