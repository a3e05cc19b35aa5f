package org.freehold.demo.content;

import java.util.List;

/**
 * One of the demo's teams.
 *
 * @param number from 0
 * @param manager the number of the person who manages it
 */
public record DemoTeam(
    int number, String name, String department, String description, int manager) {
  private static final List<String> NAMES =
      List.of(
          "Portal",
          "Core Services",
          "Data Platform",
          "Mobile",
          "Payments",
          "Logistics",
          "Customer Care",
          "Brand",
          "Compliance",
          "People Systems",
          "Devices",
          "Developer Tools");
  private static final List<String> DEPARTMENTS =
      List.of(
          "Engineering",
          "Engineering",
          "Data",
          "Product",
          "Finance",
          "Operations",
          "Customer Support",
          "Marketing",
          "Legal",
          "Human Resources",
          "Engineering",
          "Engineering");

  /** How many teams there are for so many projects: 2 to 12. */
  static int count(int projects) {
    return Math.min(NAMES.size(), 2 + projects / 5);
  }

  /** The team of a project, which more projects do not change. */
  static int ofProject(int project) {
    return project % count(project);
  }

  static DemoTeam of(int number, List<DemoPerson> people) {
    List<DemoPerson> managers = people.stream().filter(DemoPerson::manages).toList();
    String name = NAMES.get(number);
    return new DemoTeam(
        number,
        name + " Team",
        DEPARTMENTS.get(number),
        "Builds and runs what the "
            + DEPARTMENTS.get(number)
            + " department needs of "
            + name
            + ".",
        managers.get(number % managers.size()).number());
  }
}
