package org.freehold.demo;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.freehold.demo.content.DemoFile;
import org.freehold.demo.internal.DemoRepository;
import org.freehold.files.FileImport;
import org.freehold.files.ImportedFile;
import org.freehold.jobs.JobRunId;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;

/** The rows of {@link DemoFiles}, remembered by number in the transaction that writes them. */
@Stateless
@Guarded
@NotAudited(
    "What a run of demo data adds is on record as demo_data.seeded, and people and tenants as made by hand.")
public class DemoFileRows {
  static final String FILE = "file";

  @Inject private DemoRepository demo;
  @Inject private DemoRows rows;
  @Inject private DemoTrail trail;
  @Inject private FileImport files;

  @SystemCall
  public List<DemoFile> missing(SeedPlan plan) {
    Set<Integer> there = demo.things(CurrentCall.tenantId(), FILE).keySet();
    int projects = Math.min(plan.projects(), DemoFiles.MOST_PROJECTS);
    return rows.content().files(projects, plan.tasksPerProject() > 0).stream()
        .filter(file -> !there.contains(file.number()))
        .toList();
  }

  /**
   * Writes the rows, and one audit event.
   *
   * @param stored of each of these, in the same order
   */
  @SystemCall
  public void keep(JobRunId run, List<DemoFile> missing, List<ImportedFile> stored) {
    TenantId tenant = CurrentCall.tenantId();
    for (int i = 0; i < missing.size(); i++) {
      demo.keepThing(
          tenant, FILE, missing.get(i).number(), stored.get(i).content().id().value(), run);
    }
    files.write(stored);
    trail.seeded(
        run,
        new DemoTrail.Seeded(
            missing.stream().map(file -> file.fields().projectId().value()).distinct().toList(),
            0,
            0,
            stored.size()));
  }
}
