package org.freehold.batch.demo;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.freehold.demo.DemoRows;
import org.freehold.demo.SeedPart;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.CurrentCall;

/**
 * Reads the numbers of the projects of one partition. Our own row of the plan says where to go on;
 * the runtime's checkpoint, committed with it, says the same.
 */
@Named
@Dependent
public class DemoProjectNumbers extends AbstractItemReader {
  @Inject private DemoRows rows;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;
  @Inject @BatchProperty private String part;
  @Inject @BatchProperty private String tenant;
  @Inject @BatchProperty private String slug;
  @Inject @BatchProperty private String schema;
  private int next;
  private int last;

  @Override
  public void open(Serializable checkpoint) throws Exception {
    Run known = here.run(run);
    SeedPart plan =
        CurrentCall.within(
            known.in(DemoPlace.of(tenant, slug, schema)),
            () -> rows.parts(known.id()).get(Integer.parseInt(part)));
    next = plan.next();
    last = plan.last();
  }

  @Override
  public Object readItem() {
    if (next > last) {
      return null;
    }
    int number = next;
    next++;
    return number;
  }

  @Override
  public Serializable checkpointInfo() {
    return next;
  }
}
