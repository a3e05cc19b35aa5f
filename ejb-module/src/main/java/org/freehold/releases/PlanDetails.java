package org.freehold.releases;

import java.util.List;
import org.freehold.engine.migration.Finding;
import org.freehold.engine.migration.Step;
import org.freehold.environments.DryRun;

/**
 * The plan of a deployment.
 *
 * @param inversePlan the steps in the order in which they are undone: what undoes is {@code up}
 * @param touchedTables tables that are there already and whose data or shape it touches
 * @param rawSql whether SQL written by hand is in it
 */
public record PlanDetails(
    DeploymentDetails deployment,
    List<Step> plan,
    List<Step> inversePlan,
    List<Finding> findings,
    DryRun dryRun,
    List<String> touchedTables,
    boolean rawSql) {}
