package org.freehold.market;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import org.freehold.market.internal.TemplateDocument;
import org.freehold.market.internal.TemplateRepository;
import org.freehold.market.internal.TemplateShelf;
import org.freehold.plans.PlatformOnly;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;

/** The templates of the marketplace. A version of one never changes. */
@Stateless
@Guarded
public class Templates {
  private static final int MOST = 100;

  @Inject private TemplateShelf shelf;
  @Inject private TemplateRepository uploaded;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** What the trail keeps of a template. */
  public record TemplateNote(String id, String version, String digest) {}

  /** The newest version of each, by id. */
  @RequiresPermission("templates:read")
  public Page<TemplateSummary> list() {
    return new Page<>(shelf.summaries(), null);
  }

  /** The newest version when {@code version} is null. */
  @RequiresPermission("templates:read")
  public TemplateDetails details(String id, String version) {
    return shelf.details(shelf.find(id, version));
  }

  @RequiresPermission("templates:write")
  @Audited(value = "template.uploaded", complianceRelevant = true)
  public TemplateDetails add(JsonObject document) {
    PlatformOnly.require();
    TemplateDocument template = TemplateDocument.of(document);
    String version = template.version().toString();
    if (uploaded.count() >= MOST) {
      throw new Conflict(
          "too_many_templates", "There are " + MOST + " templates already.", "Delete one of them.");
    }
    if (TemplateShelf.isShipped(template.id(), version)
        || !uploaded.add(template, clock.instant())) {
      throw new Conflict(
          "template_version_taken",
          "There is a template " + template.id() + " " + version + " already.",
          "A version never changes: give this one a higher version.");
    }
    changes
        .about("template", null)
        .after(new TemplateNote(template.id(), version, template.digest()));
    return shelf.details(template);
  }

  /** What was made of it stays. */
  @RequiresPermission("templates:write")
  @Audited(value = "template.deleted", complianceRelevant = true)
  public void delete(String id, String version) {
    PlatformOnly.require();
    if (TemplateShelf.isShipped(id, version)) {
      throw new Conflict(
          "template_shipped",
          "The template " + id + " " + version + " comes with the product.",
          "Only templates that were uploaded can be deleted.");
    }
    if (!uploaded.remove(id, version)) {
      throw new NotFound("template");
    }
    changes.about("template", null).before(new TemplateNote(id, version, null));
  }
}
