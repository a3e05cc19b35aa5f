package org.freehold.releases.metrics.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.releases.DeploymentStatus;
import org.freehold.releases.metrics.DeliveryFigures;

/** Counts the figures of DORA over deployments. */
public final class FiguresOf {
  private final List<DeploymentFact> facts;
  private final Set<UUID> restored;

  /** Of a whole stretch of time, so that it can be seen what followed what. */
  public FiguresOf(List<DeploymentFact> facts) {
    this.facts = List.copyOf(facts);
    restored =
        facts.stream()
            .filter(fact -> fact.status() == DeploymentStatus.ROLLED_BACK)
            .map(DeploymentFact::previous)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
  }

  public DeliveryFigures over(int days) {
    List<DeploymentFact> changes = facts.stream().filter(DeploymentFact::isChange).toList();
    List<DeploymentFact> live = changes.stream().filter(fact -> fact.live() != null).toList();
    List<DeploymentFact> failed = changes.stream().filter(DeploymentFact::isFailed).toList();
    List<Long> restoring =
        failed.stream().flatMap(fact -> restoringSeconds(fact).stream()).toList();
    return new DeliveryFigures(
        live.size(),
        Math.toIntExact(live.stream().filter(DeploymentFact::external).count()),
        (double) live.size() / days,
        failed.size(),
        changes.isEmpty() ? null : (double) failed.size() / changes.size(),
        median(live.stream().filter(fact -> !fact.external()).map(this::leadSeconds).toList()),
        median(restoring),
        failed.size() - restoring.size());
  }

  /**
   * What is in place again since its successor was undone says when that was, and not when it was
   * first; its promotion began little before.
   */
  private long leadSeconds(DeploymentFact fact) {
    Instant there = restored.contains(fact.id()) ? fact.begun() : fact.live();
    return Duration.between(fact.releaseMade(), there).toSeconds();
  }

  private Optional<Long> restoringSeconds(DeploymentFact fact) {
    Optional<Instant> end =
        fact.status() == DeploymentStatus.ROLLED_BACK
            ? Optional.ofNullable(fact.ended())
            : nextAfter(fact);
    return end.map(moment -> Duration.between(fact.begun(), moment).toSeconds());
  }

  private Optional<Instant> nextAfter(DeploymentFact failed) {
    return facts.stream()
        .filter(fact -> fact.environmentId().equals(failed.environmentId()))
        .filter(fact -> fact.live() != null && !fact.isFailed())
        .filter(fact -> fact.begun().isAfter(failed.begun()))
        .map(DeploymentFact::live)
        .min(Instant::compareTo);
  }

  private static Long median(List<Long> seconds) {
    if (seconds.isEmpty()) {
      return null;
    }
    List<Long> sorted = new ArrayList<>(seconds);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : Long.valueOf((sorted.get(middle - 1) + sorted.get(middle)) / 2);
  }
}
