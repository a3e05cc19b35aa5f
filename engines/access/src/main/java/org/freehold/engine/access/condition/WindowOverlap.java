package org.freehold.engine.access.condition;

import java.time.DayOfWeek;
import java.util.List;
import java.util.TreeSet;

/** Whether there is a minute of the week that meets demands on time windows. */
final class WindowOverlap {

  private WindowOverlap() {}

  /** Windows of different zones are taken to overlap: their clocks move against each other. */
  static boolean isPossible(List<AttributeDemand> demands) {
    List<TimeWindow> all = demands.stream().flatMap(demand -> windows(demand).stream()).toList();
    if (all.stream().map(TimeWindow::zone).distinct().count() > 1) {
      return true;
    }
    TreeSet<Integer> minutes = new TreeSet<>(List.of(0));
    for (TimeWindow window : all) {
      minutes.add(window.from());
      minutes.add(window.to() % TimeWindow.DAY);
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      for (int minute : minutes) {
        if (demands.stream().allMatch(demand -> isMet(demand, day, minute))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isMet(AttributeDemand demand, DayOfWeek day, int minute) {
    if (demand.test().operator().mostValues() == 0) {
      return demand.isMetBy(java.time.Instant.EPOCH);
    }
    boolean open = windows(demand).stream().anyMatch(window -> window.contains(day, minute));
    return open ^ demand.negated() ^ demand.test().operator().negative();
  }

  private static List<TimeWindow> windows(AttributeDemand demand) {
    return demand.test().values().stream()
        .filter(Literal.Window.class::isInstance)
        .map(value -> ((Literal.Window) value).value())
        .toList();
  }
}
