package org.freehold.engine.access;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.condition.IpAddress;
import org.freehold.engine.access.condition.Truth;

/**
 * What a list needs so that its query returns exactly the rows that {@link AccessEngine} would let
 * be seen, one by one. A row belongs to the list when
 *
 * <pre>
 *    (all or workspace_id in adminWorkspaces or rules.allowAdmin) and not rules.denyAdmin
 * or (workspace_id is null and tenantWide or workspace_id in workspaces or rules.allowRead)
 *    and not rules.denyRead
 *    and (allowed_ips is empty or address in allowed_ips)
 *    and (allowed_email_domains is empty or emailDomain in allowed_email_domains)
 *    and (   visibility is null or visibility = 'public'
 *         or visibility = 'team' and (team_id is null or team_id in teams)
 *         or owner_id = userId
 *         or userId is among the participants)
 * </pre>
 *
 * where a rule that allows is {@code coalesce(rule, false)}, and one that denies {@code
 * coalesce(rule, true)}.
 *
 * @param all the subject holds the resource's admin permission in the whole tenant
 * @param tenantWide rows outside any workspace can be seen, as far as their visibility goes
 * @param userId the person, or who made the key; null when there is nobody: owner and participants
 *     never match
 * @param teams the teams of the subject
 * @param workspaces workspaces in which rows can be seen, as far as their visibility goes
 * @param adminWorkspaces workspaces in which every row can be seen
 * @param rules from policies
 * @param address from where the call came; null when unknown
 * @param emailDomain of the subject; null when unknown
 */
public record AccessScope(
    boolean all,
    boolean tenantWide,
    UUID userId,
    Set<UUID> teams,
    Set<UUID> workspaces,
    Set<UUID> adminWorkspaces,
    RowRules rules,
    IpAddress address,
    String emailDomain) {

  public AccessScope {
    teams = Set.copyOf(teams);
    workspaces = Set.copyOf(workspaces);
    adminWorkspaces = Set.copyOf(adminWorkspaces);
  }

  /** Without policies and for rows without restrictions of their own. */
  public AccessScope(
      boolean all,
      boolean tenantWide,
      UUID userId,
      Set<UUID> teams,
      Set<UUID> workspaces,
      Set<UUID> adminWorkspaces) {
    this(all, tenantWide, userId, teams, workspaces, adminWorkspaces, RowRules.NONE, null, null);
  }

  /** By roles alone: the scope of a subject on the resource with these permissions. */
  public static AccessScope of(Subject subject, int readIndex, int adminIndex) {
    return of(subject, readIndex, adminIndex, RowRules.NONE, null);
  }

  static AccessScope of(
      Subject subject, int readIndex, int adminIndex, RowRules rules, IpAddress address) {
    Set<UUID> readable = new HashSet<>();
    Set<UUID> administered = new HashSet<>();
    for (Map.Entry<UUID, Place> entry : subject.places().entrySet()) {
      Place place = entry.getValue();
      boolean admin = place.held().has(adminIndex);
      if (admin) {
        administered.add(entry.getKey());
      }
      if (place.member() && (admin || place.held().has(readIndex))) {
        readable.add(entry.getKey());
      }
    }
    boolean all = subject.tenantPermissions().has(adminIndex);
    boolean tenantWide = all || subject.tenantPermissions().has(readIndex);
    return new AccessScope(
        all,
        tenantWide,
        subject.personId(),
        subject.teams(),
        readable,
        administered,
        rules,
        address,
        subject.emailDomain());
  }

  /** Whether every such query would be empty, so that it need not be asked. */
  public boolean isEmpty() {
    boolean nowhere = !all && !tenantWide && workspaces.isEmpty() && adminWorkspaces.isEmpty();
    boolean nothingAllowed =
        rules.allowRead().equals(RowRule.NEVER) && rules.allowAdmin().equals(RowRule.NEVER);
    RowRule always = RowRule.known(Truth.YES);
    boolean everythingDenied =
        RowRules.unlessFalse(rules.denyRead()).equals(always)
            && RowRules.unlessFalse(rules.denyAdmin()).equals(always);
    return nowhere && nothingAllowed || everythingDenied;
  }

  /** Whether a row is in the list: the text above, in Java. */
  public boolean admits(ResourceFacts row) {
    UUID workspace = row.workspaceId();
    boolean administered =
        all || workspace != null && adminWorkspaces.contains(workspace) || rules.allowsAdmin(row);
    if (administered && !rules.deniesAdmin(row)) {
      return true;
    }
    boolean readable = workspace == null ? tenantWide : workspaces.contains(workspace);
    return (readable || rules.allowsRead(row)) && !rules.deniesRead(row) && isVisible(row);
  }

  private boolean isVisible(ResourceFacts row) {
    if (!row.attributes().admits(address, emailDomain)) {
      return false;
    }
    boolean shown =
        row.visibility() == null
            || row.visibility() == Visibility.PUBLIC
            || row.visibility() == Visibility.TEAM
                && (row.teamId() == null || teams.contains(row.teamId()));
    return shown
        || userId != null && (userId.equals(row.ownerId()) || row.participants().contains(userId));
  }
}
