package org.freehold.benchmarks.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.PermissionCatalogue;

/**
 * Tenants of 100 people and 20 roles of their own, each role with 5 permissions, each person with 2
 * roles. One in ten of the permissions of a role is given only to those who proved a second factor
 * in the last 15 minutes. Permissions are such that none implies another, so that engines without
 * implication can be asked the same.
 */
public final class Scale {

  static final int PEOPLE = 100;
  static final int ROLES = 20;
  static final int PERMISSIONS_OF_A_ROLE = 5;
  static final int ROLES_OF_A_PERSON = 2;
  static final int CONDITIONAL_ONE_IN = 10;
  static final long MFA_SECONDS = 900;

  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  static final Environment FRESH = new Environment(NOW, null, 60, Map.of());
  static final Environment STALE = new Environment(NOW, null, 7_200, Map.of());

  static final List<String> CODES =
      PermissionCatalogue.builtIn().codes().stream()
          .filter(code -> !code.endsWith(":write") && !code.endsWith(":admin"))
          .toList();

  /** A permission of a role. */
  record Entry(int role, String code, boolean conditional) {}

  /** One tenant's rules; the roles of person {@code p} are at {@code p}. */
  record Rules(int tenant, List<Entry> entries, List<int[]> rolesOfPeople) {}

  /** One question. */
  record Question(int tenant, int person, String code, boolean fresh) {}

  private Scale() {}

  /** Different for each tenant, always the same for one. */
  static Rules rules(int tenant) {
    Random random = new Random(tenant);
    List<Entry> entries = new ArrayList<>();
    for (int role = 0; role < ROLES; role++) {
      List<String> codes = new ArrayList<>(CODES);
      for (int count = 0; count < PERMISSIONS_OF_A_ROLE; count++) {
        String code = codes.remove(random.nextInt(codes.size()));
        entries.add(new Entry(role, code, entries.size() % CONDITIONAL_ONE_IN == 0));
      }
    }
    List<int[]> people = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      people.add(random.ints(0, ROLES).distinct().limit(ROLES_OF_A_PERSON).toArray());
    }
    return new Rules(tenant, entries, people);
  }

  /**
   * About people all over the tenants; half of them about something that a role of theirs names.
   */
  static List<Question> questions(int tenants, int count) {
    Random random = new Random(20_261_121);
    List<Question> questions = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Rules rules = rules(random.nextInt(tenants));
      int person = random.nextInt(PEOPLE);
      int role = rules.rolesOfPeople().get(person)[0];
      int entry = role * PERMISSIONS_OF_A_ROLE + random.nextInt(PERMISSIONS_OF_A_ROLE);
      String code =
          random.nextBoolean()
              ? rules.entries().get(entry).code()
              : CODES.get(random.nextInt(CODES.size()));
      questions.add(new Question(rules.tenant(), person, code, random.nextBoolean()));
    }
    return questions;
  }

  static UUID tenantId(int tenant) {
    return new UUID(mixed(tenant), 1);
  }

  static UUID personId(int tenant, int person) {
    return new UUID(mixed(tenant), mixed(person));
  }

  /** Spread as ids are, so that hash tables do not profit from small numbers. */
  private static long mixed(long number) {
    return new Random(number).nextLong();
  }

  static String role(int role) {
    return "role-" + role;
  }

  static String domain(int tenant) {
    return "tenant-" + tenant;
  }

  static String person(int tenant, int person) {
    return "person-" + tenant + "-" + person;
  }
}
