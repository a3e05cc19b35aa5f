package org.freehold.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.freehold.audit.archive.TrailArchives;
import org.freehold.audit.archive.VerifiedArchive;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantId;
import org.freehold.retention.RetentionSteps.Wanted;
import org.freehold.retention.internal.ArchiveStore;

/**
 * Carries out the plans of the tenant of the call: no transaction lasts while bytes flow. Whatever
 * ends it, the next run goes on where rows say.
 */
@ApplicationScoped
public class RetentionExecution {
  private static final int BATCH = 1000;

  @Inject private RetentionSteps steps;
  @Inject private TrailArchives trail;
  @Inject private ArchiveStore store;

  /** Archives and certifies what is approved; answers how many archives it made. */
  public int archive(BooleanSupplier stopped) {
    int made = 0;
    for (RetentionPlanId plan : steps.at(PlanStatus.APPROVED)) {
      // Others took their time, and somebody may have changed the policy or rejected it since.
      if (!steps.isStill(PlanStatus.APPROVED, plan)) {
        continue;
      }
      trail.seal();
      List<RetentionArchiveId> open = steps.divide(plan);
      while (!open.isEmpty()) {
        for (RetentionArchiveId archive : open) {
          if (stopped.getAsBoolean()) {
            return made;
          }
          store(archive);
          steps.certify(archive);
          made++;
        }
        // A certificate counts when it has its place.
        trail.seal();
        open = steps.divide(plan);
      }
      steps.certified(plan);
    }
    return made;
  }

  /** Deletes what ended processes left in the temporary folder of this node. */
  public void tidy() {
    try {
      store.deleteLeftovers();
    } catch (IOException e) {
      throw new UncheckedIOException("Bundles that were left behind cannot be deleted", e);
    }
  }

  private void store(RetentionArchiveId id) {
    Wanted wanted = steps.wanted(id);
    if (wanted.stored()) {
      return;
    }
    TenantId tenant = CurrentCall.tenantId();
    Path made = trail.archive(wanted.begin(), wanted.end()).file();
    Path readBack = null;
    try {
      StoredArchive place = steps.write(id, Files.size(made));
      store.write(tenant, place.file(), place.sealedKey(), made);
      readBack = store.read(tenant, place.file(), place.sealedKey(), place.bytes());
      VerifiedArchive verified = trail.verify(readBack, wanted.places());
      steps.stored(id, ArchiveStore.digest(readBack), verified);
    } catch (IOException e) {
      throw new UncheckedIOException("The archive could not be stored and read back", e);
    } finally {
      delete(made);
      delete(readBack);
    }
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A temporary file cannot be deleted", e);
    }
  }

  /** Removes what is certified, a batch at a time; answers how many events. */
  public long remove(BooleanSupplier stopped) {
    long all = 0;
    for (RetentionPlanId plan : steps.at(PlanStatus.CERTIFIED)) {
      int removed = BATCH;
      while (removed > 0) {
        if (stopped.getAsBoolean()) {
          return all;
        }
        removed = steps.remove(plan, BATCH);
        all += removed;
      }
      steps.removed(plan);
    }
    return all;
  }
}
