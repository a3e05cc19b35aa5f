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
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.ReleaseOperation;
import org.freehold.platform.ReleaseOperation.Effect;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.ReleaseRefused;

/** The sections of bundles that other features carry out. */
@ApplicationScoped
public class BundleOperations {
  /** A finding that is about no change of the database. */
  private static final int NO_CHANGE = -1;

  @Inject @Any private Instance<ReleaseOperation> operations;
  @Inject private Access access;

  public Set<String> sections() {
    return operations.stream().map(ReleaseOperation::section).collect(Collectors.toSet());
  }

  /** What they would do there, for the plan; whoever asks must be allowed to do it by hand. */
  public List<Finding> findings(JsonObject bundle, String environment) {
    List<Finding> findings = new ArrayList<>();
    in(bundle)
        .forEach(
            operation ->
                effects(operation, bundle, environment)
                    .forEach(effect -> findings.add(finding(operation, effect))));
    return findings;
  }

  private List<Effect> effects(ReleaseOperation operation, JsonObject bundle, String environment) {
    if (!access.holds(operation.permission())) {
      throw NotAllowed.missing(operation.permission());
    }
    try {
      return operation.effects(bundle.get(operation.section()), environment);
    } catch (Invalid e) {
      throw new Invalid(e.faults().stream().map(fault -> below(operation, fault)).toList());
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

  /** Carries them out in the caller's transaction; null when there are none. */
  String apply(Release release, Deployment deployment) {
    JsonObject bundle = release.bundle() == null ? null : JsonText.parseObject(release.bundle());
    if (bundle == null || in(bundle).findAny().isEmpty()) {
      return null;
    }
    if (!Digests.of(bundle).equals(StoredPlans.manifest(deployment.plan()).bundleDigest())) {
      throw ReleaseRefused.manifestChanged(release.ref(), deployment.environment());
    }
    JsonObjectBuilder applied = JsonText.PROVIDER.createObjectBuilder();
    in(bundle)
        .forEach(
            operation ->
                applied.add(
                    operation.section(),
                    operation.apply(
                        bundle.get(operation.section()), deployment.environment(), release.ref())));
    return applied.build().toString();
  }

  /** Undoes in the caller's transaction what {@link #apply} answered; tells what was left. */
  List<String> undo(String applied, Release release, Deployment deployment) {
    JsonObject all = JsonText.parseObject(applied);
    List<String> left = new ArrayList<>();
    in(all)
        .sorted(Comparator.comparing(ReleaseOperation::section).reversed())
        .forEach(
            operation ->
                left.addAll(
                    operation.undo(
                        all.getJsonObject(operation.section()),
                        deployment.environment(),
                        release.ref())));
    return left;
  }

  private Stream<? extends ReleaseOperation> in(JsonObject bundle) {
    return operations.stream()
        .filter(operation -> bundle.containsKey(operation.section()))
        .sorted(Comparator.comparing(ReleaseOperation::section));
  }
}
