package org.freehold.batch.demo;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.freehold.demo.DemoRows;
import org.freehold.demo.SeedPart;
import org.freehold.demo.content.DemoContent;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;

/** Writes projects and their tasks, and leaves the state of the part for {@link DemoPartReport}. */
@Named
@Dependent
public class DemoProjectRows extends AbstractItemWriter {
  @Inject private DemoRows rows;
  @Inject private RunningHere here;
  @Inject private StepContext step;
  @Inject @BatchProperty private String run;
  @Inject @BatchProperty private String part;
  @Inject @BatchProperty private String tenant;
  @Inject @BatchProperty private String slug;
  @Inject @BatchProperty private String schema;
  private DemoContent content;
  private SeedPart state;

  /**
   * What it needs is read in the first chunk and not in {@code open}: there the runtime has touched
   * the connection of the transaction before, and it leaves its own search path on it.
   */
  @Override
  public void writeItems(List<Object> numbers) throws Exception {
    List<Integer> projects = numbers.stream().map(Integer.class::cast).toList();
    CurrentCall.within(
        context(),
        () -> {
          write(here.run(run).id(), projects);
          return null;
        });
    step.setTransientUserData(state);
  }

  private void write(JobRunId id, List<Integer> projects) {
    if (content == null) {
      content = rows.content();
      state = rows.parts(id).get(Integer.parseInt(part));
    }
    state = rows.write(id, state, content, projects);
  }

  private CallContext context() {
    return here.run(run).in(DemoPlace.of(tenant, slug, schema));
  }
}
