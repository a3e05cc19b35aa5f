package org.freehold.demo.content;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Who a demo tenant has: each larger roster begins with the smaller one.
 *
 * @param people by number
 * @param teams by number
 */
public record Roster(List<DemoPerson> people, List<DemoTeam> teams) {
  /** For so many projects. */
  public static Roster of(String slug, int projects) {
    return ofSize(slug, DemoPerson.count(projects), DemoTeam.count(projects));
  }

  static Roster ofSize(String slug, int peopleCount, int teamCount) {
    List<DemoPerson> people =
        IntStream.range(0, peopleCount).mapToObj(number -> DemoPerson.of(slug, number)).toList();
    List<DemoTeam> teams =
        IntStream.range(0, teamCount).mapToObj(number -> DemoTeam.of(number, people)).toList();
    return new Roster(people, teams);
  }

  /** Those who are given tasks; each is in one team. */
  public List<DemoPerson> workers() {
    return people.stream().filter(DemoPerson::works).toList();
  }

  /** The workers of a team; all of them where it has none of its own. */
  List<DemoPerson> workersOf(int team) {
    List<DemoPerson> all = workers();
    List<DemoPerson> own =
        IntStream.range(0, all.size())
            .filter(index -> index % teams.size() == team)
            .mapToObj(all::get)
            .toList();
    return own.isEmpty() ? all : own;
  }

  /** The number of the team that a worker is in. */
  public int teamOf(DemoPerson worker) {
    return workers().indexOf(worker) % teams.size();
  }
}
