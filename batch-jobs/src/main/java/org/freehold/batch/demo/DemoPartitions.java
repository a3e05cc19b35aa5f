package org.freehold.batch.demo;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Properties;
import org.freehold.demo.DemoRows;
import org.freehold.demo.DemoTenants;
import org.freehold.demo.SeedPart;
import org.freehold.demo.SeedPlan;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/**
 * The frozen plan of the run as partitions: the runtime forgets their properties, our rows do not.
 */
@Named
@Dependent
public class DemoPartitions implements PartitionMapper {
  @Inject private DemoTenants tenants;
  @Inject private DemoRows rows;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;

  @Override
  public PartitionPlan mapPartitions() throws Exception {
    return here.within(run, this::plan);
  }

  private PartitionPlan plan(Run known) throws Exception {
    TenantRef tenant = tenants.ready(SeedPlan.of(known).slug());
    List<SeedPart> parts = CurrentCall.within(known.in(tenant), () -> rows.parts(known.id()));
    PartitionPlanImpl plan = new PartitionPlanImpl();
    plan.setPartitions(parts.size());
    plan.setThreads(parts.size());
    plan.setPartitionProperties(
        parts.stream().map(part -> properties(part, tenant)).toArray(Properties[]::new));
    return plan;
  }

  /** The tenant goes along: a partition may open nothing else in its transactions. */
  private static Properties properties(SeedPart part, TenantRef tenant) {
    Properties properties = new Properties();
    properties.setProperty("part", Integer.toString(part.part()));
    properties.setProperty("tenant", tenant.id().value().toString());
    properties.setProperty("slug", tenant.slug());
    properties.setProperty("schema", tenant.placement().schema());
    return properties;
  }
}
