package org.freehold.projects.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freehold.engine.access.AccessScope;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.Condition;
import org.freehold.platform.persistence.ListQuery;

/**
 * Which projects, and which things in them, a caller may see: {@link AccessScope} as a condition in
 * JPQL. It is part of every query that shows or counts them; nothing is filtered afterwards.
 *
 * @param access to projects, or to the kind of things that is asked for
 */
public record ProjectScope(AccessScope access) {
  private static final String PARTICIPATES =
      "exists (select s.userId from ProjectParticipant s"
          + " where s.tenantId = p.tenantId and s.projectId = p.id and s.userId = :scopeUser)";

  /** Narrows a list of projects {@code p}. */
  public <T> ListQuery<T> onProjects(ListQuery<T> query) {
    return query.whereGiven(condition());
  }

  /** On a project {@code p}; null when every project can be seen. */
  public Condition condition() {
    return seen(RowColumns.PROJECT).condition();
  }

  /**
   * On a row of the tenant that is about the project at the JPQL path; null when every project can
   * be seen.
   */
  public Condition at(TenantId tenant, String projectIdPath) {
    return within(tenant, projectIdPath, seen(RowColumns.PROJECT));
  }

  /**
   * On a thing of the tenant in the project at the JPQL path, as in {@code t.projectId}; null when
   * every one can be seen.
   *
   * @param statusPath null for things without a status
   */
  public Condition ofThings(
      TenantId tenant, String projectIdPath, String idPath, String statusPath) {
    return within(tenant, projectIdPath, seen(RowColumns.inProject(idPath, statusPath)));
  }

  private static Condition within(TenantId tenant, String projectIdPath, Clause clause) {
    if (clause.equals(Clause.ALWAYS)) {
      return null;
    }
    Map<String, Object> parameters = new LinkedHashMap<>(clause.parameters());
    parameters.put("scopeTenant", tenant.value());
    return new Condition(
        "exists (select p.id from Project p where p.tenantId = :scopeTenant and p.id = "
            + projectIdPath
            + " and "
            + clause.jpql()
            + ")",
        parameters);
  }

  /**
   * On a thing of the tenant without a status that is in the project at the JPQL path, or in none;
   * null when every one can be seen.
   */
  public Condition ofThingsAnywhere(TenantId tenant, String projectIdPath, String idPath) {
    Condition inside = ofThings(tenant, projectIdPath, idPath, null);
    Condition outside = outside(idPath).condition();
    if (inside == null && outside == null) {
      return null;
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    String somewhere = projectIdPath + " is not null";
    if (inside != null) {
      parameters.putAll(inside.parameters());
      somewhere = inside.jpql();
    }
    String nowhere = projectIdPath + " is null";
    if (outside != null) {
      parameters.putAll(outside.parameters());
      nowhere = nowhere + " and " + outside.jpql();
    }
    return new Condition("(" + nowhere + " or " + somewhere + ")", parameters);
  }

  private Clause outside(String idPath) {
    RuleClauses rules = new RuleClauses(RowColumns.inTenant(idPath), "outside");
    return Clause.any(
        administered(Clause.NEVER, rules), placed(Clause.known(access.tenantWide()), rules));
  }

  private Clause seen(RowColumns columns) {
    RuleClauses rules = new RuleClauses(columns, "rule");
    Clause inside =
        access.adminWorkspaces().isEmpty()
            ? Clause.NEVER
            : Clause.of(
                "p.workspaceId in :scopeAdminWorkspaces",
                "scopeAdminWorkspaces",
                access.adminWorkspaces());
    return Clause.any(
        administered(inside, rules),
        Clause.all(placed(places(), rules), visible(), unrestricted()));
  }

  private Clause administered(Clause inside, RuleClauses rules) {
    return Clause.all(
        Clause.any(
            Clause.known(access.all()), inside, rules.whereTrue(access.rules().allowAdmin())),
        rules.whereFalse(access.rules().denyAdmin()));
  }

  private Clause placed(Clause places, RuleClauses rules) {
    return Clause.all(
        Clause.any(places, rules.whereTrue(access.rules().allowRead())),
        rules.whereFalse(access.rules().denyRead()));
  }

  private Clause places() {
    Clause inside =
        access.workspaces().isEmpty()
            ? Clause.NEVER
            : Clause.of(
                "p.workspaceId in :scopeWorkspaces", "scopeWorkspaces", access.workspaces());
    return Clause.any(
        access.tenantWide() ? Clause.of("p.workspaceId is null") : Clause.NEVER, inside);
  }

  private Clause visible() {
    List<Clause> ways = new ArrayList<>();
    ways.add(Clause.of("p.visibility = 'public'"));
    ways.add(
        access.teams().isEmpty()
            ? Clause.of("p.visibility = 'team' and p.teamId is null")
            : Clause.of(
                "p.visibility = 'team' and (p.teamId is null or p.teamId in :scopeTeams)",
                "scopeTeams",
                access.teams()));
    if (access.userId() != null) {
      ways.add(Clause.of("p.ownerId = :scopeUser", "scopeUser", access.userId()));
      ways.add(Clause.of(PARTICIPATES, "scopeUser", access.userId()));
    }
    return Clause.any(ways);
  }

  /** The flag is asked first: nearly every project has no restrictions. */
  private Clause unrestricted() {
    return Clause.any(
        Clause.of("p.governance.restricted = false"), Clause.all(networks(), domains()));
  }

  private Clause networks() {
    Clause none = Clause.of("FUNCTION('jsonb_array_length', p.governance.allowedIps) = 0");
    return access.address() == null
        ? none
        : Clause.any(
            none,
            Clause.of(
                "FUNCTION('address_in', :scopeAddress, p.governance.allowedIps) = true",
                "scopeAddress",
                access.address().text()));
  }

  private Clause domains() {
    Clause none = Clause.of("FUNCTION('jsonb_array_length', p.governance.allowedEmailDomains) = 0");
    return access.emailDomain() == null
        ? none
        : Clause.any(
            none,
            Clause.of(
                "FUNCTION('jsonb_exists', p.governance.allowedEmailDomains, :scopeDomain) = true",
                "scopeDomain",
                access.emailDomain()));
  }
}
