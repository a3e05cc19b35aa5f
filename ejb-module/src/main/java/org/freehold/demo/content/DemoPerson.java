package org.freehold.demo.content;

import java.util.List;

/**
 * One of the demo's people.
 *
 * @param number from 0; the first seven hold one role each
 */
public record DemoPerson(int number, String role, String email, String name, String department) {
  private static final List<String> ROLES =
      List.of(
          "tenant_admin", "manager", "database_admin", "developer", "analyst", "member", "viewer");
  private static final List<String> ADDRESSES =
      List.of("admin", "manager", "database-admin", "developer", "analyst", "member", "viewer");
  private static final List<String> DEPARTMENTS =
      List.of(
          "Operations", "Engineering", "Operations", "Engineering", "Data", "Product", "Finance");

  /** What the eighth and all that follow are, in turns: an organisation has more of some roles. */
  private static final int[] MORE = {3, 5, 3, 1, 3, 5, 4, 3, 5, 6, 3, 2, 0};

  private static final List<String> FIRST =
      List.of(
          "Amara", "Bruno", "Chiara", "Daniel", "Elif", "Farid", "Grace", "Henrik", "Ines", "Jonas",
          "Keiko", "Liam", "Maria", "Noor", "Oscar", "Priya", "Quentin", "Rosa", "Samuel", "Tara",
          "Uma", "Viktor", "Wanda", "Yusuf", "Zoe");
  private static final List<String> LAST =
      List.of(
          "Okafor",
          "Silva",
          "Rossi",
          "Kim",
          "Yilmaz",
          "Haddad",
          "Turner",
          "Lund",
          "Moreau",
          "Weber",
          "Tanaka",
          "Murphy",
          "Garcia",
          "Rahman",
          "Lindqvist",
          "Nair",
          "Dubois",
          "Marino",
          "Adeyemi",
          "Novak",
          "Desai",
          "Petrov",
          "Kowalska");

  /** How many people there are for so many projects: 7 to 40. */
  static int count(int projects) {
    return ROLES.size() + Math.min(33, projects / 4);
  }

  static DemoPerson of(String slug, int number) {
    int role = role(number);
    int same = 1;
    for (int before = 0; before < number; before++) {
      same += role(before) == role ? 1 : 0;
    }
    String address = ADDRESSES.get(role) + (same == 1 ? "" : Integer.toString(same));
    int named = Math.floorMod(slug.hashCode(), FIRST.size() * LAST.size()) + number;
    String name = FIRST.get(named % FIRST.size()) + " " + LAST.get(named % LAST.size());
    return new DemoPerson(
        number, ROLES.get(role), address + "@" + slug + ".example", name, DEPARTMENTS.get(role));
  }

  private static int role(int number) {
    return number < ROLES.size() ? number : MORE[(number - ROLES.size()) % MORE.length];
  }

  /** Whether tasks are given to them: viewers look, managers and administrators hand out. */
  boolean works() {
    return !role.equals("viewer") && !manages() && !role.equals("tenant_admin");
  }

  boolean manages() {
    return role.equals("manager");
  }
}
