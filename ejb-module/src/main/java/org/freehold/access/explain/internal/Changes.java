package org.freehold.access.explain.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.access.explain.AccessExplanation.PolicyName;
import org.freehold.access.explain.AccessQuestion;
import org.freehold.access.explain.ExplainedChange;
import org.freehold.access.explain.ExplainedChange.Kind;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.Remedy;
import org.freehold.engine.access.RoleSet;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.WorkspaceId;

/** The engine's ways out in the words of the API, with who can go them. */
final class Changes {
  private final TenantSnapshot snapshot;
  private final Question question;
  private final Discretion discretion;
  private final WhoCan people;

  Changes(TenantSnapshot snapshot, Question question, Instant now, Discretion discretion) {
    this.snapshot = snapshot;
    this.question = question;
    this.discretion = discretion;
    this.people = new WhoCan(snapshot, now);
  }

  List<List<ExplainedChange>> of(List<List<Remedy>> ways) {
    return ways.stream().map(way -> way.stream().map(this::of).toList()).distinct().toList();
  }

  private ExplainedChange of(Remedy remedy) {
    ChangeText change = new ChangeText();
    if (remedy instanceof Remedy.GrantRole grant) {
      change.kind = Kind.GRANT_ROLE;
      change.role = grant.role();
      change.holder = Reasons.holder(grant.holder(), grant.holderId());
      change.workspace = grant.workspaceId();
      change.extra = grant.extra();
      takes(change, remedy, ofRole(grant.role()), grant.workspaceId());
    } else if (remedy instanceof Remedy.MakeRole made) {
      change.kind = Kind.MAKE_ROLE;
      change.permission = made.permission();
      change.holder = Reasons.holder(made.holder(), made.holderId());
      change.workspace = made.workspaceId();
      PermissionSet given = snapshot.catalogue().compile(List.of(made.permission()));
      takes(change, remedy, given, made.workspaceId());
    } else if (remedy instanceof Remedy.RemoveDenyEntry entry) {
      change.kind = Kind.REMOVE_DENY_ENTRY;
      change.role = entry.role();
      change.entry = entry.entry();
      change.workspace = snapshot.roles().definition(entry.role()).workspaceId();
      takes(change, remedy, snapshot.roles().role(entry.role()).denied(), change.workspace);
    } else if (remedy instanceof Remedy.EndGrant end) {
      change.kind = Kind.END_ASSIGNMENT;
      change.role = end.role();
      change.assignment = end.grantId();
      change.workspace = end.workspaceId();
      takes(change, remedy, ofRole(end.role()), end.workspaceId());
    } else if (remedy instanceof Remedy.ChangePolicy policy) {
      change.kind = Kind.CHANGE_POLICY;
      change.policy = new PolicyName(policy.policyId(), policy.name());
      takes(change, remedy, PermissionSet.NONE, null);
    } else {
      aboutPlace(change, remedy);
    }
    return change.told();
  }

  private void aboutPlace(ChangeText change, Remedy remedy) {
    if (remedy instanceof Remedy.JoinWorkspace join) {
      change.kind = Kind.JOIN_WORKSPACE;
      change.workspace = join.workspaceId();
      takes(change, remedy, PermissionSet.NONE, join.workspaceId());
    } else if (remedy instanceof Remedy.ShareThing) {
      change.kind = Kind.SHARE;
      change.thing = question.thing();
      takesOnThing(change, "write");
    } else if (remedy instanceof Remedy.LiftRestrictions) {
      change.kind = Kind.LIFT_RESTRICTIONS;
      change.thing = question.thing();
      takesOnThing(change, "admin");
    } else if (remedy instanceof Remedy.WidenKey key) {
      change.kind = Kind.WIDEN_KEY;
      change.apiKey = key.keyId();
      change.permission = key.permission();
      change.requires = remedy.requires();
      change.who = told(people.mayChangeKey(question.subject()));
    } else if (remedy instanceof Remedy.WaitUntil wait) {
      change.kind = Kind.WAIT_UNTIL;
      change.until = wait.moment();
    } else if (remedy instanceof Remedy.ComeFromNetwork network) {
      change.kind = Kind.COME_FROM_NETWORK;
      change.network = discretion.policies() ? network.network() : null;
      change.inside = network.inside();
    } else {
      change.kind = Kind.AUTHENTICATE_AGAIN;
    }
  }

  private PermissionSet ofRole(String name) {
    RoleSet role = snapshot.roles().role(name);
    return role.granted().union(role.denied());
  }

  /** Nobody changes what gives or denies more than they hold. */
  private void takes(ChangeText change, Remedy remedy, PermissionSet also, UUID workspace) {
    boolean inWorkspace = remedy.requires().startsWith("workspaces:");
    change.requires = remedy.requires();
    change.who =
        told(
            people.holding(
                new WhoCan.Need(
                    remedy.requires(), inWorkspace ? workspace : null, also, workspace)));
  }

  /** Tasks and files are shown to those to whom their project is. */
  private void takesOnThing(ChangeText change, String action) {
    String type = question.facts().resourceType();
    String owner = type.equals("tasks") || type.equals("files") ? "projects" : type;
    UUID workspace = question.facts().workspaceId();
    change.requires = owner + ":" + action;
    change.who =
        told(
            people.holding(
                new WhoCan.Need(change.requires, workspace, PermissionSet.NONE, workspace)));
  }

  private List<ExplainedChange.Person> told(List<ExplainedChange.Person> found) {
    return discretion.people() ? found : null;
  }

  /** Put together member by member, as each kind has few. */
  private static final class ChangeText {
    private Kind kind;
    private String role;
    private org.freehold.access.explain.AccessExplanation.Holder holder;
    private UUID workspace;
    private List<String> extra;
    private String entry;
    private UUID assignment;
    private PolicyName policy;
    private AccessQuestion.Thing thing;
    private UUID apiKey;
    private String permission;
    private Instant until;
    private String network;
    private Boolean inside;
    private String requires;
    private List<ExplainedChange.Person> who;

    private ExplainedChange told() {
      return new ExplainedChange(
          kind,
          role,
          holder,
          workspace == null ? null : new WorkspaceId(workspace),
          extra,
          entry,
          assignment,
          policy,
          thing,
          apiKey,
          permission,
          until,
          network,
          inside,
          requires,
          who);
    }
  }
}
