package org.freehold.web.openapi.bruno;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the variables that carry ids from one request to the next. */
final class Variables {
  private static final Pattern PLACE = Pattern.compile("(?:/([a-z-]+))?/\\{([a-z_]+)}");

  private Variables() {}

  /** A place in a path and the variable that fills it. */
  record Place(String name, String variable) {}

  /** {@code /api/projects/{id}} is filled by {@code project_id}. */
  static List<Place> of(String path) {
    List<Place> places = new ArrayList<>();
    Matcher matcher = PLACE.matcher(path);
    while (matcher.find()) {
      places.add(new Place(matcher.group(2), variable(matcher.group(1), matcher.group(2))));
    }
    return places;
  }

  private static String variable(String things, String name) {
    return switch (name) {
      case "id" -> idOf(things);
      case "slug" -> "tenant";
      case "name" -> singular(things) + "_name";
      case "key" -> singular(things) + "_key";
      default -> name;
    };
  }

  /**
   * The variable of what a path of a list makes: {@code /api/projects} makes {@code project_id}.
   */
  static String madeBy(String path) {
    return idOf(path.substring(path.lastIndexOf('/') + 1));
  }

  private static String idOf(String things) {
    return singular(things) + "_id";
  }

  private static String singular(String things) {
    return things.replaceAll("ies$", "ys").replaceAll("s$", "").replace('-', '_');
  }

  static String use(String variable) {
    return "{{" + variable + "}}";
  }
}
