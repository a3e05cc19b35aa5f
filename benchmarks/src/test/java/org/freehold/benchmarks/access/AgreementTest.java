package org.freehold.benchmarks.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.Grant;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.RoleDefinition;
import org.freehold.engine.access.RoleGraph;
import org.freehold.engine.access.SubjectFacts;
import org.freehold.engine.access.TenantFacts;
import org.freehold.engine.access.TenantSnapshot;
import org.junit.jupiter.api.Test;

/** Our engine and others say the same of what all of them can express. */
class AgreementTest {

  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();
  private static final String WITH_DENIES =
      """
      [request_definition]
      r = sub, act

      [policy_definition]
      p = sub, act, eft

      [role_definition]
      g = _, _

      [policy_effect]
      e = some(where (p.eft == allow)) && !some(where (p.eft == deny))

      [matchers]
      m = r.act == p.act && g(r.sub, p.sub)
      """;
  private static final List<String> ENTRIES =
      List.of(
          "projects:read",
          "projects:write",
          "projects:admin",
          "tasks:*",
          "*:export",
          "*:read",
          "releases:approve");
  private static final List<UUID> PEOPLE = List.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3));

  @Test
  void allEnginesAnswerTheQuestionsOfTheBenchmarkAlike() {
    int tenants = 5;
    FreeholdAtScale freehold = new FreeholdAtScale(tenants);
    CasbinAtScale casbin = new CasbinAtScale(List.of(0, 1, 2, 3, 4));
    List<CedarAtScale> cedar = new ArrayList<>();
    for (int tenant = 0; tenant < tenants; tenant++) {
      cedar.add(new CedarAtScale(tenant));
    }
    int allowed = 0;
    List<Scale.Question> questions = Scale.questions(tenants, 1_000);
    for (Scale.Question question : questions) {
      boolean ours = freehold.decide(FreeholdAtScale.asked(question)) == Decision.ALLOW;
      assertThat(casbin.decide(question)).as("jCasbin on %s", question).isEqualTo(ours);
      assertThat(cedar.get(question.tenant()).decide(question))
          .as("Cedar on %s", question)
          .isEqualTo(ours);
      allowed += ours ? 1 : 0;
    }
    assertThat(allowed).isBetween(300, 900);
  }

  @Test
  void casbinInheritsAndDeniesAlike() {
    Random random = new Random(7);
    for (int round = 0; round < 60; round++) {
      List<RoleDefinition> roles = roles(random);
      List<Grant> grants = new ArrayList<>();
      for (int count = 0; count < 5; count++) {
        UUID person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        String role = roles.get(random.nextInt(roles.size())).name();
        grants.add(
            new Grant(new UUID(5, count), Grant.Holder.USER, person, role, null, null, null));
      }
      Enforcer casbin = enforcer(roles, grants);
      TenantSnapshot ours = snapshot(roles, grants);
      for (UUID person : PEOPLE) {
        for (String code :
            List.of(
                "projects:read",
                "projects:write",
                "projects:admin",
                "projects:export",
                "tasks:write",
                "audit:export",
                "releases:approve")) {
          Environment env = Environment.at(Scale.NOW);
          Decision decision =
              ours.decide(ours.subject(person, env.now()), CATALOGUE.action(code), null, env);
          assertThat(casbin.enforce(person.toString(), code))
              .as("%s %s\n%s\n%s", person, code, roles, grants)
              .isEqualTo(decision == Decision.ALLOW);
        }
      }
    }
  }

  private static List<RoleDefinition> roles(Random random) {
    List<RoleDefinition> roles = new ArrayList<>();
    for (String name : List.of("ra", "rb", "rc", "rd")) {
      List<String> parents = new ArrayList<>();
      for (RoleDefinition before : roles) {
        if (random.nextInt(3) == 0) {
          parents.add(before.name());
        }
      }
      List<String> denies = random.nextInt(3) == 0 ? List.of(entry(random)) : List.of();
      List<String> given = List.of(entry(random), entry(random));
      roles.add(new RoleDefinition(name, List.of(), parents, given, denies, null));
    }
    return roles;
  }

  private static String entry(Random random) {
    return ENTRIES.get(random.nextInt(ENTRIES.size()));
  }

  /** What wildcards and implication mean is written out: jCasbin gets plain rules. */
  private static Enforcer enforcer(List<RoleDefinition> roles, List<Grant> grants) {
    Model model = new Model();
    model.loadModelFromText(WITH_DENIES);
    Enforcer enforcer = new Enforcer(model);
    enforcer.enableLog(false);
    Set<List<String>> rules = new HashSet<>();
    for (RoleDefinition role : roles) {
      CATALOGUE
          .compile(role.grants())
          .codes(CATALOGUE)
          .forEach(code -> rules.add(List.of(role.name(), code, "allow")));
      CATALOGUE
          .compileDeny(role.denies())
          .codes(CATALOGUE)
          .forEach(code -> rules.add(List.of(role.name(), code, "deny")));
      role.parents().forEach(parent -> enforcer.addGroupingPolicy(role.name(), parent));
    }
    enforcer.addPolicies(List.copyOf(rules));
    grants.forEach(grant -> enforcer.addGroupingPolicy(grant.holderId().toString(), grant.role()));
    return enforcer;
  }

  private static TenantSnapshot snapshot(List<RoleDefinition> roles, List<Grant> grants) {
    return TenantSnapshot.of(
        1,
        new TenantFacts(new UUID(9, 9), "active", "pro"),
        RoleGraph.of(CATALOGUE, roles),
        grants,
        List.of(),
        PEOPLE.stream()
            .map(person -> SubjectFacts.person(person, null, Set.of(), Set.of()))
            .toList());
  }
}
