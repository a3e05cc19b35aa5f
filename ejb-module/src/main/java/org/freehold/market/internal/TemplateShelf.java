package org.freehold.market.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.freehold.market.TemplateDetails;
import org.freehold.market.TemplateOrigin;
import org.freehold.market.TemplateSummary;
import org.freehold.platform.NotFound;

/** All templates: those that come with the product, and those of operators. */
@ApplicationScoped
public class TemplateShelf {
  private static final Comparator<TemplateDocument> NEWEST_FIRST =
      Comparator.comparing(TemplateDocument::version).reversed();

  @Inject private TemplateRepository uploaded;

  /** By id. */
  public List<TemplateSummary> summaries() {
    Map<String, List<TemplateDocument>> byId = new TreeMap<>();
    Stream.concat(ShippedTemplates.all().stream(), uploaded.all().stream())
        .forEach(one -> byId.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(one));
    return byId.values().stream().map(TemplateShelf::summary).toList();
  }

  private static TemplateSummary summary(List<TemplateDocument> all) {
    TemplateDocument newest = all.stream().min(NEWEST_FIRST).orElseThrow();
    return new TemplateSummary(
        newest.id(),
        newest.version().toString(),
        newest.title(),
        newest.description(),
        origin(newest),
        newest.digest(),
        versions(all),
        newest.makes());
  }

  private static List<String> versions(List<TemplateDocument> all) {
    return all.stream().sorted(NEWEST_FIRST).map(one -> one.version().toString()).toList();
  }

  private static TemplateOrigin origin(TemplateDocument template) {
    return isShipped(template.id(), template.version().toString())
        ? TemplateOrigin.SHIPPED
        : TemplateOrigin.UPLOADED;
  }

  public static boolean isShipped(String id, String version) {
    return ShippedTemplates.versions(id).stream()
        .anyMatch(one -> one.version().toString().equals(version));
  }

  /** The newest version when none is named; {@link NotFound} for what is not there. */
  public TemplateDocument find(String id, String version) {
    return all(id)
        .filter(one -> version == null || one.version().toString().equals(version))
        .min(NEWEST_FIRST)
        .orElseThrow(() -> new NotFound("template"));
  }

  /** One that is newer than that version. */
  public Optional<TemplateDocument> newerThan(String id, String version) {
    TemplateVersion known = TemplateVersion.of(version);
    return all(id).filter(one -> one.version().compareTo(known) > 0).min(NEWEST_FIRST);
  }

  private Stream<TemplateDocument> all(String id) {
    return Stream.concat(ShippedTemplates.versions(id).stream(), uploaded.versions(id).stream());
  }

  public TemplateDetails details(TemplateDocument template) {
    return new TemplateDetails(
        template.id(),
        template.version().toString(),
        template.title(),
        template.description(),
        origin(template),
        template.digest(),
        versions(all(template.id()).toList()),
        template.parameters(),
        template.schema(),
        template.content());
  }
}
