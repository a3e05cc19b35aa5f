package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freehold.access.Access;
import org.freehold.engine.migration.Finding;
import org.freehold.engine.migration.Severity;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.ReleaseOperation;
import org.freehold.platform.ReleaseOperation.Delivery;
import org.freehold.platform.ReleaseOperation.Effect;
import org.freehold.platform.UserId;
import org.freehold.platform.json.Digests;
import org.freehold.platform.json.JsonText;
import org.freehold.projects.ProjectId;
import org.freehold.releases.Manifest;
import org.freehold.releases.ReleaseRefused;

/** The sections of bundles that other features carry out. */
@ApplicationScoped
public class BundleOperations {
  /** A finding that is about no change of the database. */
  private static final int NO_CHANGE = -1;

  @Inject @Any private Instance<ReleaseOperation> operations;
  @Inject private EnvironmentDirectory environments;
  @Inject private Access access;

  public Set<String> sections() {
    return operations.stream().map(ReleaseOperation::section).collect(Collectors.toSet());
  }

  /**
   * What they would do there, for the plan; whoever asks must be allowed to do it by hand.
   *
   * @param project of the release; null for none
   */
  public List<Finding> findings(JsonObject bundle, EnvironmentDetails to, ProjectId project) {
    List<Finding> findings = new ArrayList<>();
    in(bundle)
        .forEach(
            operation -> {
              requireTenants(operation, to, project);
              effects(operation, bundle, to.name())
                  .forEach(effect -> findings.add(finding(operation, effect)));
              EnvironmentDetails where = takingEffectIn(operation, to);
              if (!where.id().equals(to.id())) {
                findings.add(finding(operation, onlyIn(where)));
              }
            });
    return findings;
  }

  /** Whom they would reach; asked with no transaction open. */
  public List<Finding> reach(JsonObject bundle) {
    List<Finding> findings = new ArrayList<>();
    in(bundle)
        .forEach(
            operation ->
                operation
                    .reach(bundle.get(operation.section()))
                    .forEach(effect -> findings.add(finding(operation, effect))));
    return findings;
  }

  private static Effect onlyIn(EnvironmentDetails last) {
    return new Effect(
        false,
        "This is the whole tenant's: it takes effect in "
            + last.name()
            + " only, and is shown"
            + " here.");
  }

  /** Nobody who releases for a project alone may change what is everybody's. */
  private static void requireTenants(
      ReleaseOperation operation, EnvironmentDetails to, ProjectId project) {
    if (!operation.inEachEnvironment() && (project != null || to.projectId() != null)) {
      throw Invalid.at(
          Bundles.BUNDLE + "/" + operation.section(),
          "of_tenant",
          "This is the whole tenant's, and no project's: release it for the tenant.");
    }
  }

  /** This one, or the last of the tenant's for what is the whole tenant's. */
  private EnvironmentDetails takingEffectIn(ReleaseOperation operation, EnvironmentDetails to) {
    if (operation.inEachEnvironment()) {
      return to;
    }
    List<EnvironmentDetails> all = environments.besides(to.id());
    return all.get(all.size() - 1);
  }

  /** The sections that are carried out when the bundle comes to the environment, by name. */
  List<String> takingEffect(JsonObject bundle, EnvironmentDetails to) {
    return in(bundle)
        .filter(operation -> takingEffectIn(operation, to).id().equals(to.id()))
        .map(ReleaseOperation::section)
        .toList();
  }

  private List<Effect> effects(ReleaseOperation operation, JsonObject bundle, String environment) {
    require(operation);
    try {
      return operation.effects(bundle.get(operation.section()), environment);
    } catch (Invalid e) {
      throw new Invalid(e.faults().stream().map(fault -> below(operation, fault)).toList());
    }
  }

  private void require(ReleaseOperation operation) {
    if (!access.holds(operation.permission())) {
      throw NotAllowed.missing(operation.permission());
    }
  }

  /** Whoever has undone what {@link #apply} answered must be allowed to do it by hand. */
  public void requireMayUndo(Deployment deployment) {
    String applied = deployment.evidence().operations();
    if (applied != null) {
      in(JsonText.parseObject(applied)).forEach(this::require);
    }
  }

  /** Asked again when it takes effect: whoever prepared it may have lost it meanwhile. */
  private void requireStill(ReleaseOperation operation, UserId preparedBy) {
    if (preparedBy != null && !access.holds(preparedBy, operation.permission())) {
      throw NotAllowed.because(
          "permission_required",
          "Whoever answers for the section %s does not hold %s."
              .formatted(operation.section(), operation.permission()),
          "Somebody who holds it prepares it anew.");
    }
  }

  private static Fault below(ReleaseOperation operation, Fault fault) {
    return new Fault(
        Bundles.BUNDLE + "/" + operation.section() + fault.pointer(), fault.code(), fault.detail());
  }

  private static Finding finding(ReleaseOperation operation, Effect effect) {
    return new Finding(
        effect.caution() ? Severity.WARNING : Severity.INFO,
        0,
        NO_CHANGE,
        operation.section() + ": " + effect.text(),
        null);
  }

  /** Carries them out in the caller's transaction; null when there are none for here. */
  String apply(Release release, Deployment deployment) {
    JsonObject bundle = release.bundle() == null ? null : JsonText.parseObject(release.bundle());
    Manifest manifest = StoredPlans.manifest(deployment.plan());
    List<ReleaseOperation> here = bundle == null ? List.of() : here(bundle, manifest);
    if (here.isEmpty()) {
      return null;
    }
    if (!Digests.of(bundle).equals(manifest.bundleDigest())) {
      throw ReleaseRefused.manifestChanged(release.ref(), deployment.environment());
    }
    Delivery delivery =
        new Delivery(deployment.environment(), release.ref(), authority(deployment));
    here.forEach(operation -> requireStill(operation, delivery.authority()));
    JsonObjectBuilder applied = JsonText.PROVIDER.createObjectBuilder();
    here.forEach(
        operation ->
            applied.add(
                operation.section(), operation.apply(bundle.get(operation.section()), delivery)));
    return applied.build().toString();
  }

  /** What the system planned, as the upgrade of a template, has who lets it happen answer for. */
  private static UserId authority(Deployment deployment) {
    UserId planner = deployment.plan().plannedBy();
    return planner == null ? deployment.requestedBy() : planner;
  }

  /** As was planned, whatever the order of the environments is now. */
  private List<ReleaseOperation> here(JsonObject bundle, Manifest manifest) {
    return in(bundle)
        .filter(
            operation ->
                manifest.sections() == null || manifest.sections().contains(operation.section()))
        .<ReleaseOperation>map(operation -> operation)
        .toList();
  }

  /** Undoes in the caller's transaction what {@link #apply} answered; tells what was left. */
  List<String> undo(String applied, Release release, Deployment deployment) {
    JsonObject all = JsonText.parseObject(applied);
    Delivery delivery =
        new Delivery(deployment.environment(), release.ref(), deployment.rollback().by());
    List<String> left = new ArrayList<>();
    in(all)
        .sorted(Comparator.comparing(ReleaseOperation::section).reversed())
        .forEach(
            operation ->
                left.addAll(operation.undo(all.getJsonObject(operation.section()), delivery)));
    return left;
  }

  private Stream<? extends ReleaseOperation> in(JsonObject bundle) {
    return operations.stream()
        .filter(operation -> bundle.containsKey(operation.section()))
        .sorted(Comparator.comparing(ReleaseOperation::section));
  }
}
