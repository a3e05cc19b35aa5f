package org.freehold.demo;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.freehold.demo.content.DemoFile;
import org.freehold.files.FileImport;
import org.freehold.files.ImportedFile;
import org.freehold.jobs.JobRunId;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;

/**
 * The documents of the first demo projects: their bytes first, outside of any transaction, then
 * their rows in one. Cut off between the two, the next execution stores them again, under other
 * ids, and the sweep of files removes the first.
 */
@Stateless
@Guarded
@NotAudited(
    "What a run of demo data adds is on record as demo_data.seeded, and people and tenants as made by hand.")
public class DemoFiles {
  /** Each file costs a write to the storage, so that a large seed would wait for little else. */
  static final int MOST_PROJECTS = 20;

  @Inject private DemoFileRows rows;
  @Inject private FileImport files;

  /** Those that the run's projects are to have and never had: what people deleted stays away. */
  @SystemCall
  @TransactionAttribute(TransactionAttributeType.NEVER)
  public void ensure(JobRunId run, SeedPlan plan) {
    List<DemoFile> missing = rows.missing(plan);
    List<ImportedFile> stored = new ArrayList<>(missing.size());
    for (DemoFile file : missing) {
      byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
      stored.add(
          new ImportedFile(
              file.fields(),
              files.store(file.fields().name(), bytes),
              file.uploadedBy(),
              file.createdAt()));
    }
    if (!stored.isEmpty()) {
      rows.keep(run, missing, stored);
    }
  }
}
