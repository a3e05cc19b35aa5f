package org.freehold.engine.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.freehold.engine.access.Explanation.Reported;

/** Says why. Takes its time: it is for people, not for calls. */
final class Explainer {

  private final TenantSnapshot snapshot;
  private final Case question;
  private final Subject subject;
  private final List<Reason> reasons = new ArrayList<>();

  private Explainer(TenantSnapshot snapshot, Case question) {
    this.snapshot = snapshot;
    this.question = question;
    this.subject = snapshot.stranger(question.subject(), question.env().now());
  }

  static Explanation explain(
      TenantSnapshot snapshot,
      SubjectFacts facts,
      Action action,
      ResourceFacts thing,
      Environment env) {
    Case question = Case.of(snapshot, facts, action, thing, env);
    return new Explainer(snapshot, question).explain();
  }

  private Explanation explain() {
    Decision decision =
        snapshot.decide(subject, question.action(), question.thing(), question.env());
    collectActive();
    if (decision == Decision.HIDDEN) {
      collectSight();
    }
    collect(question.action());
    return new Explanation(
        snapshot.version(),
        decision,
        reasons.stream().distinct().toList(),
        reported(),
        decision == Decision.ALLOW ? List.of() : Remedies.of(question));
  }

  private void collectActive() {
    for (SubjectFacts one : new SubjectFacts[] {question.subject(), question.maker()}) {
      if (one != null && !one.active()) {
        reasons.add(new Reason.NotActive(one.id()));
      }
    }
  }

  private void collectSight() {
    ResourceFacts thing = question.thing();
    if (subject.isOutside(thing.workspaceId())) {
      reasons.add(new Reason.OutsideWorkspace(thing.workspaceId()));
    }
    ResourceFacts open = thing.unrestricted();
    if (!AccessEngine.isVisible(subject, open, question.env())) {
      reasons.add(new Reason.NotShown(thing.visibility()));
    }
    boolean network = !admits(thing.attributes().allowedNetworks().isEmpty(), true);
    boolean domain = !admits(thing.attributes().allowedEmailDomains().isEmpty(), false);
    if (network || domain) {
      reasons.add(new Reason.Restricted(network, domain));
    }
    ResourceKind kind = snapshot.catalogue().kind(thing.resourceType());
    if (kind != null && kind.readIndex() != ResourceKind.NONE) {
      collect(snapshot.catalogue().action(kind.readIndex()));
    }
  }

  private boolean admits(boolean unlimited, boolean byNetwork) {
    if (unlimited) {
      return true;
    }
    ResourceAttributes attributes = question.thing().attributes();
    if (byNetwork) {
      return question.env().address() != null
          && attributes.allowedNetworks().stream()
              .anyMatch(network -> network.contains(question.env().address()));
    }
    return subject.emailDomain() != null
        && attributes.allowedEmailDomains().contains(subject.emailDomain());
  }

  private void collect(Action action) {
    UUID workspace = question.workspace();
    int before = reasons.size();
    collectRoles(action, question.subject(), workspace);
    collectPolicies(action, subject, workspace);
    Subject maker = subject.maker();
    if (maker != null) {
      boolean makerHolds =
          AccessEngine.holds(
              maker,
              snapshot.catalogue(),
              action,
              workspace,
              action.index(),
              question.thing(),
              question.env());
      collectPolicies(action, maker, workspace);
      if (!makerHolds) {
        reasons.add(new Reason.MakerLacks(action.code(), maker.id()));
      }
    }
    boolean given =
        reasons.subList(before, reasons.size()).stream()
            .anyMatch(
                reason ->
                    reason instanceof Reason.HeldByRole
                        || reason instanceof Reason.HeldByKey
                        || reason instanceof Reason.AllowedByPolicy);
    if (!given) {
      reasons.add(new Reason.NotHeld(action.code()));
    }
  }

  private void collectRoles(Action action, SubjectFacts facts, UUID workspace) {
    RoleGraph graph = snapshot.roles();
    PermissionCatalogue catalogue = snapshot.catalogue();
    for (String entry : facts.permissions()) {
      if (catalogue.isGrant(entry) && catalogue.compile(List.of(entry)).has(action.index())) {
        reasons.add(new Reason.HeldByKey(action.code(), entry));
      }
    }
    for (Grant grant : snapshot.compiler().grantsOf(facts)) {
      boolean counts =
          grant.countsAt(question.env().now())
              && (grant.workspaceId() == null || Objects.equals(grant.workspaceId(), workspace));
      if (!counts) {
        continue;
      }
      for (String name : graph.role(grant.role()).names().stream().sorted().toList()) {
        collectEntries(action, grant, graph.definition(name));
      }
    }
  }

  private void collectEntries(Action action, Grant grant, RoleDefinition role) {
    PermissionCatalogue catalogue = snapshot.catalogue();
    for (String entry : role.grants()) {
      if (catalogue.compile(List.of(entry)).has(action.index())) {
        reasons.add(new Reason.HeldByRole(action.code(), grant, role.name(), entry));
      }
    }
    for (String entry : role.denies()) {
      if (catalogue.compileDeny(List.of(entry)).has(action.index())) {
        reasons.add(new Reason.DeniedByRole(action.code(), grant, role.name(), entry));
      }
    }
  }

  private void collectPolicies(Action action, Subject asked, UUID workspace) {
    PolicyIndex policies = asked.at(workspace).policies();
    Action seen = AccessEngine.at(snapshot.catalogue(), question.action(), action.index());
    for (CompiledPolicy compiled : policies.denies()) {
      if (applies(compiled, asked, seen)) {
        reasons.add(
            new Reason.DeniedByPolicy(
                action.code(), compiled.policy(), trace(compiled, asked, seen)));
      }
    }
    boolean allowed = asked == subject ? subject.maker() == null : true;
    for (CompiledPolicy compiled : allowed ? policies.allows() : List.<CompiledPolicy>of()) {
      if (applies(compiled, asked, seen)) {
        reasons.add(
            new Reason.AllowedByPolicy(
                action.code(), compiled.policy(), trace(compiled, asked, seen)));
      }
    }
  }

  private boolean applies(CompiledPolicy compiled, Subject asked, Action action) {
    return compiled.applies(asked, action.index(), action, question.thing(), question.env());
  }

  private List<Reason.Tested> trace(CompiledPolicy compiled, Subject asked, Action action) {
    ConditionCompiler conditions = new ConditionCompiler(snapshot.tenant());
    return ConditionTrace.of(
        compiled.policy().condition(),
        test ->
            conditions
                .compileOrUnknown(test)
                .test(asked, action, question.thing(), question.env()));
  }

  private List<Reported> reported() {
    List<Reported> reported = new ArrayList<>();
    for (Policy policy :
        snapshot.reported(subject, question.action(), question.thing(), question.env())) {
      reported.add(new Reported(policy, question.enforcing(policy).decide()));
    }
    return reported;
  }
}
