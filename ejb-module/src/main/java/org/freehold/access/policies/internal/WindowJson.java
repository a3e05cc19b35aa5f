package org.freehold.access.policies.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.freehold.access.policies.PolicyFinding;
import org.freehold.engine.access.condition.TimeWindow;

/**
 * A time window as it is on the wire: {@code {"days": ["monday"], "from": "08:00", "to": "18:00",
 * "zone": "Europe/Berlin"}}, all days when there are none told.
 */
final class WindowJson {
  static final List<String> DAYS =
      Arrays.stream(DayOfWeek.values()).map(day -> day.name().toLowerCase(Locale.ROOT)).toList();
  static final String FROM = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
  static final String TO = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";

  private static final Pattern FROM_FORM = Pattern.compile(FROM);
  private static final Pattern TO_FORM = Pattern.compile(TO);
  private static final Set<String> MEMBERS = Set.of("days", "from", "to", "zone");

  private WindowJson() {}

  /** Empty, with findings, when something is wrong. */
  static Optional<TimeWindow> read(JsonObject json, String pointer, List<PolicyFinding> findings) {
    int before = findings.size();
    Names.requireKnown(json, MEMBERS, pointer, findings);
    String from = text(json, "from");
    String to = text(json, "to");
    String zone = text(json, "zone");
    require(FROM_FORM.matcher(from).matches(), pointer + "/from", "time", "09:30", findings);
    require(TO_FORM.matcher(to).matches(), pointer + "/to", "time", "17:00 or 24:00", findings);
    boolean known = ZoneId.getAvailableZoneIds().contains(zone);
    require(known, pointer + "/zone", "zone", "Europe/Berlin", findings);
    Set<DayOfWeek> days = days(json.get("days"), pointer + "/days", findings);
    return findings.size() == before
        ? Optional.of(new TimeWindow(days, minute(from), minute(to), ZoneId.of(zone)))
        : Optional.empty();
  }

  private static void require(
      boolean holds, String pointer, String what, String example, List<PolicyFinding> findings) {
    if (!holds) {
      String detail = "A window needs a " + what + " like " + example + " here.";
      findings.add(PolicyFinding.error(pointer, what, detail));
    }
  }

  private static String text(JsonObject json, String name) {
    return json.get(name) instanceof JsonString text ? text.getString() : "";
  }

  private static Set<DayOfWeek> days(JsonValue json, String pointer, List<PolicyFinding> findings) {
    if (json == null || json == JsonValue.NULL) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    if (!(json instanceof JsonArray array)) {
      require(false, pointer, "list of days", "[\"monday\"]", findings);
      return days;
    }
    for (int i = 0; i < array.size(); i++) {
      int day = array.get(i) instanceof JsonString name ? DAYS.indexOf(name.getString()) : -1;
      require(day >= 0, pointer + "/" + i, "day", "monday", findings);
      if (day >= 0) {
        days.add(DayOfWeek.values()[day]);
      }
    }
    return days;
  }

  private static int minute(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }

  static Map<String, Object> write(TimeWindow window) {
    Map<String, Object> json = new TreeMap<>();
    json.put("days", window.days().stream().sorted().map(day -> DAYS.get(day.ordinal())).toList());
    json.put("from", time(window.from()));
    json.put("to", time(window.to()));
    json.put("zone", window.zone().getId());
    return json;
  }

  private static String time(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }
}
