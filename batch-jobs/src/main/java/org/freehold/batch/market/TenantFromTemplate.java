package org.freehold.batch.market;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.jobs.LogLevel;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;
import org.freehold.jobs.TakenOver;
import org.freehold.market.MakingStep;
import org.freehold.market.TemplateMaking;
import org.freehold.market.TemplateUseId;
import org.freehold.market.TemplateUseJob;
import org.freehold.market.UndoneUse;
import org.freehold.platform.Problem;

/**
 * Makes a tenant step by step. Cut off anywhere, it finds what it has made and goes on; when a step
 * fails, all of them are undone and the run fails with what went wrong.
 */
@Named
@Dependent
public class TenantFromTemplate extends AbstractBatchlet {
  @Inject private TemplateMaking making;
  @Inject private RunProgress progress;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;
  private volatile boolean stopping;
  private String at = "The run";

  @Override
  public String process() throws Exception {
    return here.within(run, this::made);
  }

  @Override
  public void stop() {
    stopping = true;
  }

  private String made(Run known) {
    TemplateUseId use = new TemplateUseId(UUID.fromString(known.text(TemplateUseJob.USE)));
    switch (making.status(use, known.id())) {
      case MADE -> {
        return "made";
      }
      case UNDONE ->
          throw new TenantUndone(
              "What this run made was undone. Use the template again: that is a run of its own.");
      case UNDOING -> throw undone(known, use);
      default -> {
        // Goes on below.
      }
    }
    try {
      return steps(known, use, making.steps(use));
    } catch (RuntimeException e) {
      if (isLeftToAnother(e)) {
        throw e;
      }
      making.beginUndoing(known, use, at + ": " + told(e));
      throw undone(known, use);
    }
  }

  private String steps(Run known, TemplateUseId use, List<MakingStep> steps) {
    Map<String, Long> counts = new TreeMap<>();
    long done = 0;
    for (MakingStep step : steps) {
      if (stopping) {
        return "stopped";
      }
      at = step.text();
      progress.expect(known, (long) steps.size(), at);
      making.make(known, use, step);
      done++;
      if (step.kind() != MakingStep.Kind.FINISH) {
        counts.merge(counted(step.kind()), 1L, Long::sum);
      }
      progress.reach(known, 0, done, counts);
    }
    progress.expect(known, null, "The tenant is open");
    return "made";
  }

  private static String counted(MakingStep.Kind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + "s";
  }

  /** Whoever goes on with the run makes the rest: nothing is undone for that. */
  private boolean isLeftToAnother(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof TakenOver) {
        return true;
      }
    }
    return here.isClosing();
  }

  private TenantUndone undone(Run known, TemplateUseId use) {
    progress.expect(known, null, "Undoing what was made");
    UndoneUse undone = making.undo(known, use);
    progress.log(
        known,
        LogLevel.WARNING,
        undone.tenantKept()
            ? "The tenant was opened meanwhile: it is kept, with all that was made"
            : "What was made is undone: the tenant is archived");
    return new TenantUndone(undone.failure());
  }

  private static String told(Throwable failure) {
    Throwable cause = failure;
    while (!(cause instanceof Problem) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof Problem problem && !problem.faults().isEmpty()) {
      return problem.faults().stream()
          .map(fault -> (fault.pointer() + " " + fault.detail()).strip())
          .collect(Collectors.joining(" "));
    }
    return cause instanceof Problem
        ? cause.getMessage()
        : cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}
