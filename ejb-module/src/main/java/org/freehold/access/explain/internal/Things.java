package org.freehold.access.explain.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.freehold.access.Access;
import org.freehold.access.explain.AccessQuestion;
import org.freehold.engine.access.Action;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotFound;
import org.freehold.platform.ResourceFactsSource;

/** Finds things that the caller may see. */
@ApplicationScoped
public class Things {
  @Inject private Access access;
  @Inject @Any private Instance<ResourceFactsSource> sources;

  /** {@link NotFound} also for one that is hidden from the caller. */
  ResourceFacts seen(AccessQuestion.Thing thing) {
    ResourceFactsSource source =
        sources.stream()
            .filter(one -> one.resourceType().equals(thing.type()))
            .findFirst()
            .orElseThrow(this::unknownType);
    ResourceFacts facts =
        source
            .factsOf(CurrentCall.tenantId(), thing.id())
            .orElseThrow(() -> new NotFound(thing.type()));
    Action read = access.snapshot().catalogue().action(source.permissionResource() + ":read");
    Decision decision =
        access.snapshot().decide(access.subject(), read, facts, access.environment());
    if (decision == Decision.HIDDEN) {
      throw new NotFound(thing.type());
    }
    return facts;
  }

  private Invalid unknownType() {
    String types =
        sources.stream()
            .map(ResourceFactsSource::resourceType)
            .sorted()
            .collect(Collectors.joining(", "));
    return Invalid.at("/resource/type", "unknown_type", "This must be one of " + types + ".");
  }
}
