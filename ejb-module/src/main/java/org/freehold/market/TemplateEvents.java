package org.freehold.market;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;
import org.freehold.platform.EventType;
import org.freehold.platform.OrNull;

/** What the platform hears of templates. */
@ApplicationScoped
public class TemplateEvents implements EventCatalogue {
  /** A tenant was made of a template, and is active. */
  @EventType(value = "template.used", description = "A tenant was made of a template.")
  public record Used(TemplateUseId id, String template, String version, String tenantSlug)
      implements DomainEvent {}

  /** Something could not be made; all of it was undone, unless the tenant was opened by hand. */
  @EventType(
      value = "template.use_undone",
      description =
          "Not all that a template says could be made, and what was made is undone; the failure"
              + " tells when the tenant was kept.")
  public record Undone(
      TemplateUseId id, String template, String version, String tenantSlug, @OrNull String failure)
      implements DomainEvent {}

  @Override
  public List<DomainEvent> examples() {
    TemplateUseId id = new TemplateUseId(UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e06"));
    return List.of(
        new Used(id, "enterprise-stack", "1.0.0", "techcorp"),
        new Undone(
            id, "enterprise-stack", "1.0.0", "techcorp", "There is no permission projects:fly."));
  }
}
