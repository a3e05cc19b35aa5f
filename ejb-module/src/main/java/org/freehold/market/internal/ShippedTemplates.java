package org.freehold.market.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.freehold.market.TemplateSchema;
import org.freehold.platform.json.JsonText;

/** The templates that come with the product. */
final class ShippedTemplates {
  private static final List<TemplateDocument> ALL =
      Stream.of("enterprise-stack-1.0.0", "small-team-1.0.0").map(ShippedTemplates::read).toList();

  private ShippedTemplates() {}

  static List<TemplateDocument> all() {
    return ALL;
  }

  static List<TemplateDocument> versions(String id) {
    return ALL.stream().filter(template -> template.id().equals(id)).toList();
  }

  private static TemplateDocument read(String name) {
    String place = "templates/" + name + ".json";
    try (InputStream document = TemplateSchema.class.getResourceAsStream(place)) {
      return TemplateDocument.of(JsonText.parseObject(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
