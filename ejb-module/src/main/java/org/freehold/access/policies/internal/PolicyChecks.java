package org.freehold.access.policies.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.freehold.access.Access;
import org.freehold.access.policies.PolicyFields;
import org.freehold.access.policies.PolicyFinding;
import org.freehold.access.policies.PolicyTarget;
import org.freehold.engine.access.AccessAttributes;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.RoleGraph;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.ConditionChecker;
import org.freehold.engine.access.condition.Finding;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.tenancy.TenantReferences;

/** What is wrong with a policy, as far as it can be told before anybody relies on it. */
@ApplicationScoped
public class PolicyChecks {
  @Inject private Access access;
  @Inject private TenantReferences references;
  @Inject private PolicyRepository policies;
  @Inject private Clock clock;

  /**
   * The policy in the form in which it is kept; {@link Invalid} when something is wrong with it.
   */
  public PolicyFields checked(PolicyFields fields) {
    List<Fault> faults =
        findings(fields).stream()
            .filter(finding -> finding.level() == PolicyFinding.Level.ERROR)
            .map(finding -> new Fault(finding.pointer(), finding.code(), finding.detail()))
            .toList();
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    PolicyTarget target = fields.target();
    List<String> canonical =
        target.roles().stream().map(this::canonical).flatMap(Optional::stream).toList();
    return new PolicyFields(
        fields.name(),
        fields.description(),
        fields.effect(),
        fields.priority(),
        fields.reportOnly(),
        fields.enabled(),
        fields.notBefore(),
        fields.expires(),
        new PolicyTarget(
            target.permissions(),
            target.resourceTypes(),
            canonical,
            target.users(),
            target.teams(),
            target.apiKeys()),
        fields.condition() == null
            ? null
            : ConditionWriter.write(new ConditionReader().read(fields.condition(), "")));
  }

  /** In the order of the policy. */
  public List<PolicyFinding> findings(PolicyFields fields) {
    List<PolicyFinding> findings = new ArrayList<>();
    checkTimes(fields, findings);
    checkTarget(fields.target(), findings);
    if (fields.condition() != null) {
      findings.addAll(conditionFindings(fields));
    }
    return findings;
  }

  private void checkTimes(PolicyFields fields, List<PolicyFinding> findings) {
    if (fields.expires() == null) {
      return;
    }
    if (fields.notBefore() != null && !fields.notBefore().isBefore(fields.expires())) {
      findings.add(of(Finding.Code.EXPIRES_BEFORE_START, "/expires", ""));
    } else if (!fields.expires().isAfter(clock.instant())) {
      String detail = "It is over already, and will never count.";
      findings.add(PolicyFinding.warning("/expires", "already_over", detail));
    }
  }

  private void checkTarget(PolicyTarget target, List<PolicyFinding> findings) {
    PermissionCatalogue catalogue = access.snapshot().catalogue();
    each(
        target.permissions(),
        "/target/permissions",
        (pointer, permission) -> {
          if (!catalogue.isGrant(permission)) {
            findings.add(of(Finding.Code.UNKNOWN_PERMISSION, pointer, permission));
          }
        });
    each(
        target.resourceTypes(),
        "/target/resource_types",
        (pointer, type) -> {
          if (catalogue.kind(type) == null) {
            findings.add(of(Finding.Code.UNKNOWN_RESOURCE_TYPE, pointer, type));
          }
        });
    each(
        target.roles(),
        "/target/roles",
        (pointer, role) -> {
          if (canonical(role).isEmpty()) {
            findings.add(PolicyFinding.error(pointer, "unknown_role", "There is no such role."));
          }
        });
    collect(
        findings,
        "unknown_user",
        () -> references.requireUsers(byPointer(target.users(), "/target/users")));
    collect(
        findings,
        "unknown_team",
        () -> references.requireTeams(byPointer(target.teams(), "/target/teams")));
    checkKeys(target.apiKeys(), findings);
  }

  /**
   * Unlocked: a role that goes later means nothing in a policy. Those of a workspace are none here.
   */
  private Optional<String> canonical(String role) {
    RoleGraph graph = access.snapshot().roles();
    return graph.canonical(role).filter(name -> graph.definition(name).workspaceId() == null);
  }

  private void checkKeys(List<UUID> keys, List<PolicyFinding> findings) {
    if (keys.isEmpty()) {
      return;
    }
    Set<UUID> known = policies.keysAmong(CurrentCall.tenantId(), keys);
    byPointer(keys, "/target/api_keys")
        .forEach(
            (pointer, key) -> {
              if (!known.contains(key)) {
                findings.add(
                    PolicyFinding.error(
                        pointer, "unknown_api_key", "There is no such API key here."));
              }
            });
  }

  private static List<PolicyFinding> conditionFindings(PolicyFields fields) {
    ConditionReader reader = new ConditionReader();
    Condition condition = reader.read(fields.condition(), "/condition");
    if (!reader.findings().isEmpty()) {
      return reader.findings();
    }
    return ConditionChecker.check(AccessAttributes.catalogue(), condition).stream()
        .map(finding -> FindingText.at("/condition", finding))
        .toList();
  }

  private static void collect(List<PolicyFinding> findings, String code, Runnable check) {
    try {
      check.run();
    } catch (Invalid invalid) {
      invalid
          .faults()
          .forEach(
              fault -> findings.add(PolicyFinding.error(fault.pointer(), code, fault.detail())));
    }
  }

  private static PolicyFinding of(Finding.Code code, String pointer, String about) {
    return FindingText.at("", new Finding(code, pointer, about));
  }

  private static void each(List<String> items, String pointer, BiConsumer<String, String> check) {
    byPointer(items, pointer).forEach(check);
  }

  private static <T> Map<String, T> byPointer(List<T> items, String pointer) {
    Map<String, T> named = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      named.put(pointer + "/" + i, items.get(i));
    }
    return named;
  }
}
