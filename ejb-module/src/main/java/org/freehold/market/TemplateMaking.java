package org.freehold.market;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.Run;
import org.freehold.market.UseBook.Work;
import org.freehold.market.internal.Blueprint;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.TooMany;
import org.freehold.releases.PrepareRelease;
import org.freehold.releases.ReleaseId;
import org.freehold.releases.ReleasePreparation;

/**
 * The steps of a run that makes a tenant, each in transactions of its own: some are the platform's,
 * most the new tenant's, and the plan of its release is tried out in none.
 */
@Stateless
@Guarded
@NotAudited(
    "It writes down steps of making things; what is made of them is on record as made by hand.")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TemplateMaking {
  private static final Duration LONGEST_SET_UP = Duration.ofMinutes(1);
  private static final Duration LONGEST_QUEUE = Duration.ofMinutes(2);

  @Inject private UseBook book;
  @Inject private ThingMaking making;
  @Inject private ReachingThings reaching;
  @Inject private ReleasePreparation preparation;
  @Inject private TenantDirectory directory;

  @SystemCall
  public TemplateUseStatus status(TemplateUseId use, JobRunId run) {
    return book.status(use, run);
  }

  @SystemCall
  public List<MakingStep> steps(TemplateUseId use) {
    return book.steps(use);
  }

  /** Makes what the step says, as far as it is missing. */
  @SystemCall
  public void make(Run run, TemplateUseId use, MakingStep step) {
    switch (step.kind()) {
      case PLAN -> book.plan(use, step.index());
      case FINISH -> book.finish(use);
      default -> {
        Work work = book.work(use);
        TenantRef tenant = directory.byId(work.tenant()).orElseThrow();
        CurrentCall.within(
            run.in(tenant),
            () -> {
              makeInside(use, step, work);
              return null;
            });
      }
    }
  }

  private void makeInside(TemplateUseId use, MakingStep step, Work work) {
    Blueprint what = work.blueprint();
    int index = step.index();
    switch (step.kind()) {
      case TENANT -> {
        awaitSetUp();
        making.tenant(use, what.tenant(), work.offer());
      }
      case DOMAIN -> reaching.domain(use, what.domains().get(index));
      case ENVIRONMENT -> making.environment(use, what.environments().get(index));
      case ROLE -> making.role(use, what.roles().get(index));
      case FLAG -> making.flag(use, what.flags().get(index));
      case EVENT_TYPE -> reaching.eventType(use, what.eventTypes().get(index));
      case WEBHOOK -> reaching.webhook(use, what.webhooks().get(index));
      case PAGE -> making.page(use, what.pages().get(index));
      case RELEASE -> prepare(use, what.release());
      case PLAN, FINISH -> throw new IllegalStateException(step.kind() + " is the platform's");
    }
  }

  /** The set-up of a new tenant makes its administrator by itself, at this very moment. */
  private void awaitSetUp() {
    long end = System.nanoTime() + LONGEST_SET_UP.toNanos();
    while (making.awaitsOwner()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The set-up of the tenant has not made its owner");
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private void prepare(TemplateUseId use, Blueprint.FirstRelease wish) {
    Optional<ReleaseId> draft = making.draft(use, wish);
    if (draft.isEmpty()) {
      return;
    }
    PrepareRelease prepare =
        new PrepareRelease(
            null,
            wish.toEnv(),
            wish.bundle(),
            draft.get().value().toString(),
            null,
            null,
            null,
            null,
            null);
    long end = System.nanoTime() + LONGEST_QUEUE.toNanos();
    while (!prepared(prepare, end)) {
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
  }

  /** False while others' releases are being prepared and there is time left. */
  private boolean prepared(PrepareRelease prepare, long end) {
    try {
      preparation.prepare(prepare);
      return true;
    } catch (TooMany e) {
      if (System.nanoTime() > end) {
        throw e;
      }
      return false;
    }
  }

  @SystemCall
  public void beginUndoing(Run run, TemplateUseId use, String why) {
    book.beginUndoing(run, use, why);
  }

  /** Undoes what was made, without reading what was to be. */
  @SystemCall
  public UndoneUse undo(Run run, TemplateUseId use) {
    Optional<TenantId> made = book.undoable(use);
    if (made.isPresent()) {
      TenantRef tenant = directory.byId(made.get()).orElseThrow();
      CurrentCall.within(
          run.in(tenant),
          () -> {
            reaching.undo(use);
            return null;
          });
    }
    return book.undone(use);
  }
}
