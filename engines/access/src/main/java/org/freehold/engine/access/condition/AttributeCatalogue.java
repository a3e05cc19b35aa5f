package org.freehold.engine.access.condition;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The attributes that there are: named ones, and families of open ones under a prefix. */
public final class AttributeCatalogue {

  private static final Pattern MEMBER = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");

  private final Map<String, Attribute> named = new LinkedHashMap<>();
  private final List<String> families;

  /**
   * @param families prefixes with the dot at their end, as {@code resource.properties.}: what
   *     follows is the name of a property that a request brings along
   */
  public AttributeCatalogue(Collection<Attribute> attributes, Collection<String> families) {
    attributes.forEach(attribute -> named.put(attribute.name(), attribute));
    this.families = List.copyOf(families);
  }

  public Optional<Attribute> find(String name) {
    Attribute attribute = named.get(name);
    if (attribute != null) {
      return Optional.of(attribute);
    }
    return families.stream()
        .filter(name::startsWith)
        .filter(family -> MEMBER.matcher(name.substring(family.length())).matches())
        .findFirst()
        .map(family -> Attribute.of(name, AttributeType.OPEN, "A property of the request"));
  }

  public List<Attribute> attributes() {
    return List.copyOf(named.values());
  }

  public List<String> families() {
    return families;
  }
}
