package org.freehold.engine.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.freehold.engine.access.Policy.Effect;

/**
 * The rules of the decision once more, as they are told and not as they are fast: names instead of
 * bits, everything worked out anew for each question. Shares nothing with the engine but its
 * carriers and the list of permissions.
 */
record NaiveEvaluator(World world, Environment env) {

  private static final Set<String> ALL = new TreeSet<>(PermissionCatalogue.builtIn().codes());

  Decision decide(UUID subjectId, String permission, ResourceFacts thing) {
    SubjectFacts subject = find(subjectId);
    if (thing == null) {
      return has(subject, permission, null, null) ? Decision.ALLOW : Decision.DENY;
    }
    if (!sees(subject, thing)) {
      return Decision.HIDDEN;
    }
    return has(subject, permission, thing.workspaceId(), thing) ? Decision.ALLOW : Decision.DENY;
  }

  private boolean sees(SubjectFacts subject, ResourceFacts thing) {
    if (has(subject, thing.resourceType() + ":admin", thing.workspaceId(), thing)) {
      return true;
    }
    boolean inside = thing.workspaceId() == null || isInside(subject, thing.workspaceId());
    return inside
        && has(subject, thing.resourceType() + ":read", thing.workspaceId(), thing)
        && isShown(subject, thing);
  }

  private boolean isShown(SubjectFacts subject, ResourceFacts thing) {
    SubjectFacts maker = makerOf(subject);
    ResourceAttributes attributes = thing.attributes();
    SubjectFacts person = maker == null ? subject : maker;
    String domain = NaiveConditions.domain(person);
    if (!attributes.allowedEmailDomains().isEmpty()
        && (domain == null || !attributes.allowedEmailDomains().contains(domain))) {
      return false;
    }
    if (!attributes.allowedNetworks().isEmpty()
        && (env.address() == null
            || attributes.allowedNetworks().stream()
                .noneMatch(network -> network.contains(env.address())))) {
      return false;
    }
    Set<UUID> teams = person.teams();
    boolean open =
        thing.visibility() == null
            || thing.visibility() == Visibility.PUBLIC
            || thing.visibility() == Visibility.TEAM
                && (thing.teamId() == null || teams.contains(thing.teamId()));
    return open
        || person.kind() == Subject.Kind.USER
            && (person.id().equals(thing.ownerId()) || thing.participants().contains(person.id()));
  }

  /**
   * A person is inside as a member or by a grant that gives something; a key where its maker is.
   */
  private boolean isInside(SubjectFacts subject, UUID workspace) {
    SubjectFacts maker = makerOf(subject);
    if (maker != null) {
      return isActive(subject) && isInside(maker, workspace);
    }
    return isActive(subject)
        && (subject.workspaces().contains(workspace)
            || grants(subject).stream()
                .filter(grant -> workspace.equals(grant.workspaceId()))
                .anyMatch(grant -> !expanded(granted(grant.role())).isEmpty()));
  }

  private boolean has(
      SubjectFacts subject, String permission, UUID workspace, ResourceFacts thing) {
    if (!isActive(subject)) {
      return false;
    }
    SubjectFacts maker = makerOf(subject);
    boolean held;
    if (maker == null) {
      held =
          holdsByRole(subject, permission, workspace)
              || !deniedByRole(subject, workspace).contains(permission)
                  && ceiling(subject, permission, workspace)
                  && applies(subject, permission, workspace, thing, Effect.ALLOW);
    } else {
      held =
          holdsByRole(subject, permission, workspace)
              && (holdsByRole(maker, permission, workspace)
                  || !deniedByRole(maker, workspace).contains(permission)
                      && applies(maker, permission, workspace, thing, Effect.ALLOW));
    }
    return held
        && !applies(subject, permission, workspace, thing, Effect.DENY)
        && (maker == null || !applies(maker, permission, workspace, thing, Effect.DENY));
  }

  /** No policy gives a key more than it has. */
  private boolean ceiling(SubjectFacts subject, String permission, UUID workspace) {
    return subject.kind() == Subject.Kind.USER || holdsByRole(subject, permission, workspace);
  }

  private boolean holdsByRole(SubjectFacts subject, String permission, UUID workspace) {
    Set<String> entries = new TreeSet<>(subject.permissions());
    countingAt(subject, workspace).forEach(grant -> entries.addAll(granted(grant.role())));
    return expanded(entries).contains(permission)
        && !deniedByRole(subject, workspace).contains(permission);
  }

  private Set<String> deniedByRole(SubjectFacts subject, UUID workspace) {
    Set<String> entries = new TreeSet<>();
    countingAt(subject, workspace).forEach(grant -> entries.addAll(denied(grant.role())));
    return deniedBy(entries);
  }

  private List<Grant> countingAt(SubjectFacts subject, UUID workspace) {
    return grants(subject).stream()
        .filter(grant -> grant.workspaceId() == null || grant.workspaceId().equals(workspace))
        .toList();
  }

  private List<Grant> grants(SubjectFacts subject) {
    return world.grants().stream()
        .filter(
            grant ->
                grant.holder() == Grant.Holder.TEAM
                    ? subject.teams().contains(grant.holderId())
                    : grant.holderId().equals(subject.id()))
        .filter(grant -> grant.notBefore() == null || !grant.notBefore().isAfter(env.now()))
        .filter(grant -> grant.expires() == null || grant.expires().isAfter(env.now()))
        .toList();
  }

  private boolean applies(
      SubjectFacts subject, String permission, UUID workspace, ResourceFacts thing, Effect effect) {
    return world.policies().stream()
        .filter(policy -> policy.effect() == effect && !policy.reportOnly())
        .anyMatch(policy -> applies(policy, subject, permission, workspace, thing));
  }

  boolean applies(
      Policy policy, SubjectFacts subject, String permission, UUID workspace, ResourceFacts thing) {
    boolean deny = policy.effect() == Effect.DENY;
    Set<String> permissions = new TreeSet<>(policy.target().permissions());
    if (!(deny ? deniedBy(permissions) : expanded(permissions)).contains(permission)) {
      return false;
    }
    String type = thing == null ? permission.split(":")[0] : thing.resourceType();
    Set<String> types = policy.target().resourceTypes();
    boolean counts =
        (types.isEmpty() || types.contains(type))
            && isAbout(policy.target(), subject, workspace)
            && (policy.notBefore() == null || !policy.notBefore().isAfter(env.now()))
            && (policy.expires() == null || policy.expires().isAfter(env.now()));
    if (!counts) {
      return false;
    }
    Boolean condition =
        policy.condition() == null
            ? Boolean.TRUE
            : new NaiveConditions(
                    world, roles(subject, null), subject, makerOf(subject), permission, thing, env)
                .holds(policy.condition());
    return condition == null ? deny : condition;
  }

  private boolean isAbout(Policy.Target target, SubjectFacts subject, UUID workspace) {
    if (target.roles().isEmpty()
        && target.users().isEmpty()
        && target.teams().isEmpty()
        && target.keys().isEmpty()) {
      return true;
    }
    Set<String> held = roles(subject, workspace);
    boolean person = subject.kind() == Subject.Kind.USER;
    return target.roles().stream().anyMatch(held::contains)
        || person && target.users().contains(subject.id())
        || person && target.teams().stream().anyMatch(subject.teams()::contains)
        || !person && target.keys().contains(subject.id());
  }

  private Set<String> roles(SubjectFacts subject, UUID workspace) {
    Set<String> names = new HashSet<>();
    countingAt(subject, workspace).forEach(grant -> names.addAll(line(grant.role())));
    return names;
  }

  /** The role and all its parents by their own names. */
  private Set<String> line(String name) {
    Set<String> names = new HashSet<>();
    RoleDefinition custom = custom(name);
    names.add(custom == null ? BuiltInRoles.canonical(name).orElseThrow() : custom.name());
    if (custom != null) {
      custom.parents().forEach(parent -> names.addAll(line(parent)));
    }
    return names;
  }

  private RoleDefinition custom(String name) {
    return world.roles().stream()
        .filter(role -> role.name().equals(name) || role.aliases().contains(name))
        .findFirst()
        .orElse(null);
  }

  private Set<String> granted(String role) {
    Set<String> entries = new TreeSet<>();
    for (String name : line(role)) {
      RoleDefinition custom = custom(name);
      entries.addAll(custom == null ? BuiltInRoles.grantsOf(name) : custom.grants());
    }
    return entries;
  }

  private Set<String> denied(String role) {
    Set<String> entries = new TreeSet<>();
    line(role).stream()
        .map(this::custom)
        .filter(Objects::nonNull)
        .forEach(custom -> entries.addAll(custom.denies()));
    return entries;
  }

  /** By wildcards, then down from admin to write to read. */
  static Set<String> expanded(Set<String> entries) {
    Set<String> codes = named(entries);
    for (Map.Entry<String, String> step :
        List.of(Map.entry("admin", "write"), Map.entry("write", "read"))) {
      for (String code : new ArrayList<>(codes)) {
        if (code.endsWith(":" + step.getKey())) {
          codes.add(code.replace(":" + step.getKey(), ":" + step.getValue()));
        }
      }
    }
    codes.retainAll(ALL);
    return codes;
  }

  /** By wildcards, then up from read to write to admin. */
  static Set<String> deniedBy(Set<String> entries) {
    Set<String> codes = named(entries);
    for (Map.Entry<String, String> step :
        List.of(Map.entry("read", "write"), Map.entry("write", "admin"))) {
      for (String code : new ArrayList<>(codes)) {
        if (code.endsWith(":" + step.getKey())) {
          codes.add(code.replace(":" + step.getKey(), ":" + step.getValue()));
        }
      }
    }
    codes.retainAll(ALL);
    return codes;
  }

  private static Set<String> named(Set<String> entries) {
    Set<String> codes = new TreeSet<>();
    for (String entry : entries) {
      String pattern = entry.replace("*", "[^:]*");
      ALL.stream().filter(code -> code.matches(pattern)).forEach(codes::add);
    }
    return codes;
  }

  private boolean isActive(SubjectFacts subject) {
    if (subject.makerId() != null) {
      SubjectFacts maker = makerOf(subject);
      return subject.active() && maker != null && maker.active();
    }
    return subject.active();
  }

  private SubjectFacts makerOf(SubjectFacts subject) {
    return subject.makerId() == null ? null : find(subject.makerId());
  }

  private SubjectFacts find(UUID id) {
    return world.subjects().stream()
        .filter(facts -> facts.id().equals(id))
        .findFirst()
        .orElse(null);
  }
}
