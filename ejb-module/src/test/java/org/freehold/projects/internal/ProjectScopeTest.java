package org.freehold.projects.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.freehold.engine.access.AccessScope;
import org.freehold.engine.access.RowRule;
import org.freehold.engine.access.RowRules;
import org.freehold.engine.access.condition.IpAddress;
import org.freehold.engine.access.condition.Literal;
import org.freehold.engine.access.condition.Operator;
import org.freehold.engine.access.condition.Truth;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.persistence.Condition;
import org.junit.jupiter.api.Test;

class ProjectScopeTest {
  private static final UUID USER = Uuid7.next();
  private static final Set<UUID> TEAMS = Set.of(Uuid7.next());
  private static final Set<UUID> WORKSPACES = Set.of(Uuid7.next(), Uuid7.next());
  private static final Set<UUID> NONE = Set.of();
  private static final TenantId TENANT = new TenantId(Uuid7.next());
  private static final String PARTICIPATES =
      "exists (select s.userId from ProjectParticipant s where s.tenantId = p.tenantId"
          + " and s.projectId = p.id and s.userId = :scopeUser)";
  private static final String UNRESTRICTED =
      "(p.governance.restricted = false"
          + " or (FUNCTION('jsonb_array_length', p.governance.allowedIps) = 0"
          + " and FUNCTION('jsonb_array_length', p.governance.allowedEmailDomains) = 0))";
  private static final RowRule PII = rule("resource.classification", Operator.EQ, "PII");

  @Test
  void setsNoConditionForWhoSeesEverything() {
    ProjectScope scope =
        new ProjectScope(new AccessScope(true, true, USER, TEAMS, WORKSPACES, WORKSPACES));

    assertThat(scope.condition()).isNull();
    assertThat(scope.at(TENANT, "t.projectId")).isNull();
    assertThat(scope.ofThings(TENANT, "t.projectId", "t.id", "t.status")).isNull();
    assertThat(scope.ofThingsAnywhere(TENANT, "f.projectId", "f.id")).isNull();
  }

  @Test
  void matchesNothingForWhoSeesNothing() {
    assertThat(condition(new AccessScope(false, false, USER, TEAMS, NONE, NONE)))
        .isEqualTo(new Condition("1 = 0", Map.of()));
  }

  @Test
  void looksAtVisibilityOutsideOfWorkspaces() {
    Condition condition = condition(new AccessScope(false, true, USER, TEAMS, NONE, NONE));

    assertThat(condition.jpql())
        .isEqualTo(
            "(p.workspaceId is null and (p.visibility = 'public'"
                + " or p.visibility = 'team' and (p.teamId is null or p.teamId in :scopeTeams)"
                + " or p.ownerId = :scopeUser or "
                + PARTICIPATES
                + ") and "
                + UNRESTRICTED
                + ")");
    assertThat(condition.parameters()).isEqualTo(Map.of("scopeTeams", TEAMS, "scopeUser", USER));
  }

  @Test
  void leavesOutTeamsForWhoIsInNone() {
    Condition condition = condition(new AccessScope(false, true, USER, NONE, NONE, NONE));

    assertThat(condition.jpql()).contains("p.visibility = 'team' and p.teamId is null or");
    assertThat(condition.parameters()).containsOnlyKeys("scopeUser");
  }

  @Test
  void leavesOutThePersonForWhoIsNone() {
    assertThat(condition(new AccessScope(false, true, null, NONE, NONE, NONE)).jpql())
        .isEqualTo(
            "(p.workspaceId is null and"
                + " (p.visibility = 'public' or p.visibility = 'team' and p.teamId is null) and "
                + UNRESTRICTED
                + ")");
  }

  @Test
  void looksOnlyIntoOwnWorkspacesWithoutTheTenantsPermission() {
    Condition condition = condition(new AccessScope(false, false, USER, NONE, WORKSPACES, NONE));

    assertThat(condition.jpql()).startsWith("(p.workspaceId in :scopeWorkspaces and (");
    assertThat(condition.parameters()).containsEntry("scopeWorkspaces", WORKSPACES);
  }

  @Test
  void setsNoVisibilityWhereTheCallerIsAdministrator() {
    Condition condition =
        condition(new AccessScope(false, true, USER, NONE, WORKSPACES, WORKSPACES));

    assertThat(condition.jpql())
        .startsWith(
            "(p.workspaceId in :scopeAdminWorkspaces"
                + " or ((p.workspaceId is null or p.workspaceId in :scopeWorkspaces) and (");
    assertThat(condition.parameters()).containsEntry("scopeAdminWorkspaces", WORKSPACES);
  }

  @Test
  void asksTheProjectsOwnRestrictions() {
    AccessScope scope =
        new AccessScope(
            false,
            true,
            null,
            NONE,
            NONE,
            NONE,
            RowRules.NONE,
            IpAddress.parse("::ffff:10.1.2.3").orElseThrow(),
            "one.example");

    Condition condition = condition(scope);

    assertThat(condition.jpql())
        .contains(
            "= 0 or FUNCTION('address_in', :scopeAddress, p.governance.allowedIps) = true)",
            "= 0 or FUNCTION('jsonb_exists', p.governance.allowedEmailDomains, :scopeDomain) = true)");
    assertThat(condition.parameters())
        .isEqualTo(Map.of("scopeAddress", "10.1.2.3", "scopeDomain", "one.example"));
  }

  @Test
  void showsEvenAdministratorsOnlyWhatIsSurelyNotDenied() {
    RowRules rules = new RowRules(RowRule.NEVER, RowRule.NEVER, PII, PII);
    AccessScope scope = new AccessScope(true, false, null, NONE, NONE, NONE, rules, null, null);

    Condition condition = condition(scope);

    assertThat(condition.jpql()).isEqualTo("p.governance.dataClassification <> :rule0");
    assertThat(condition.parameters()).isEqualTo(Map.of("rule0", "PII"));
  }

  @Test
  void showsWhatIsSurelyAllowed() {
    RowRule rule =
        RowRule.any(List.of(PII, RowRule.not(rule("resource.status", Operator.MISSING))));
    RowRules rules = new RowRules(RowRule.NEVER, rule, RowRule.NEVER, RowRule.NEVER);
    ProjectScope scope =
        new ProjectScope(new AccessScope(false, false, null, NONE, NONE, NONE, rules, null, null));

    assertThat(scope.condition().jpql())
        .isEqualTo("(p.governance.dataClassification = :rule0 or p.status is not null)");
    assertThat(scope.ofThings(TENANT, "t.projectId", "t.id", "t.status").jpql())
        .endsWith("and (p.governance.dataClassification = :rule0 or t.status is not null))");
    assertThat(scope.ofThingsAnywhere(TENANT, "f.projectId", "f.id").jpql())
        .startsWith("(f.projectId is null and 1 = 0 or exists (select")
        .endsWith("and p.governance.dataClassification = :rule0))");
  }

  @Test
  void whatRowsDoNotHaveIsMissingAndItsTestsUnknown() {
    RuleClauses rules = new RuleClauses(RowColumns.PROJECT, "rule");
    RowRule tags = rule("resource.tags", Operator.CONTAINS_ANY, "blue");

    assertThat(rules.whereTrue(tags)).isEqualTo(Clause.NEVER);
    assertThat(rules.whereFalse(tags)).isEqualTo(Clause.NEVER);
    assertThat(rules.whereTrue(rule("resource.tags", Operator.MISSING))).isEqualTo(Clause.ALWAYS);
    assertThat(rules.whereTrue(rule("resource.tags", Operator.EXISTS))).isEqualTo(Clause.NEVER);
    assertThat(rules.whereTrue(RowRule.known(Truth.UNKNOWN))).isEqualTo(Clause.NEVER);
    assertThat(rules.whereFalse(RowRule.known(Truth.UNKNOWN))).isEqualTo(Clause.NEVER);
  }

  @Test
  void anIdOfAnotherSystemIsNoneOfTheRows() {
    RuleClauses rules = new RuleClauses(RowColumns.PROJECT, "rule");
    RowRule strange = rule("resource.owner", Operator.EQ, "somebody-elses");
    RowRule others = rule("resource.owner", Operator.NOT_IN, "somebody-elses");

    assertThat(rules.whereTrue(strange)).isEqualTo(Clause.NEVER);
    assertThat(rules.whereFalse(strange)).isEqualTo(Clause.of("p.ownerId is not null"));
    assertThat(rules.whereTrue(others)).isEqualTo(Clause.of("p.ownerId is not null"));
    assertThat(rules.whereFalse(others)).isEqualTo(Clause.NEVER);
  }

  @Test
  void levelsAreComparedInTheirOrder() {
    RuleClauses rules = new RuleClauses(RowColumns.PROJECT, "rule");
    RowRule open = rule("resource.security_level", Operator.LE, "internal");

    assertThat(rules.whereTrue(open).parameters()).containsValue(Set.of("public", "internal"));
    assertThat(rules.whereFalse(open).parameters())
        .containsValue(Set.of("confidential", "restricted"));
    assertThat(rules.whereTrue(rule("resource.security_level", Operator.GT, "restricted")))
        .isEqualTo(Clause.NEVER);
  }

  @Test
  void moreValuesThanAQueryTakesAreUnknown() {
    RuleClauses rules = new RuleClauses(RowColumns.PROJECT, "rule");
    String[] some = new String[RuleClauses.MOST_VALUES];
    java.util.Arrays.setAll(some, number -> "s" + number);

    assertThat(rules.whereFalse(rule("resource.status", Operator.IN, some)))
        .isNotEqualTo(Clause.NEVER);
    assertThat(rules.whereFalse(PII)).isEqualTo(Clause.NEVER);
    assertThat(rules.whereTrue(PII)).isEqualTo(Clause.NEVER);
  }

  @Test
  void followsTheProjectOfOtherRows() {
    AccessScope access = new AccessScope(false, true, null, NONE, NONE, NONE);

    Condition condition = new ProjectScope(access).at(TENANT, "t.projectId");

    assertThat(condition.jpql())
        .isEqualTo(
            "exists (select p.id from Project p where p.tenantId = :scopeTenant"
                + " and p.id = t.projectId and "
                + condition(access).jpql()
                + ")");
    assertThat(condition.parameters()).isEqualTo(Map.of("scopeTenant", TENANT.value()));
  }

  @Test
  void showsThingsOfNoProjectToWhoeverReadsThemInTheTenant() {
    AccessScope access = new AccessScope(false, true, null, NONE, NONE, NONE);

    Condition condition = new ProjectScope(access).ofThingsAnywhere(TENANT, "f.projectId", "f.id");

    assertThat(condition.jpql()).startsWith("(f.projectId is null or exists (select p.id");
  }

  private static RowRule rule(String attribute, Operator operator, String... values) {
    List<Literal> literals = java.util.Arrays.stream(values).map(Literal::of).toList();
    return new RowRule.Row(
        new org.freehold.engine.access.condition.Condition.Test(attribute, operator, literals));
  }

  /** Every parameter that is named is given, and no other. */
  private static Condition condition(AccessScope access) {
    Condition condition = new ProjectScope(access).condition();
    Set<String> named =
        Pattern.compile(":(\\w+)")
            .matcher(condition.jpql())
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(condition.parameters().keySet()).isEqualTo(named);
    return condition;
  }
}
