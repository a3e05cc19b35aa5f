package org.freehold.web.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.freehold.analytics.Analytics;
import org.freehold.analytics.TenantAnalytics;
import org.freehold.platform.CsvCell;
import org.freehold.platform.json.WireNames;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.EnumParameter;

/** The key figures of the tenant. */
@Area("Analytics")
@Path("admin/analytics")
@ApplicationScoped
@Produces("application/json")
public class AnalyticsResource {
  /** How the figures are told; csv: those of days, as a table. */
  public enum Format {
    JSON,
    CSV
  }

  @Inject private TenantAnalytics analytics;

  @GET
  @Operation(
      summary =
          "Tells the key figures of the tenant now and day by day, as far as the caller may see what"
              + " they count; to operators those of the platform",
      permission = "analytics:read",
      answers = Analytics.class,
      problems = {"plan_required"})
  @Produces({"application/json", CsvCell.TABLE})
  public Response figures(
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @OneOf(Format.class) @QueryParam("format") String format) {
    String wished = EnumParameter.check(Format.class, "format", format);
    Analytics figures = analytics.analytics(from, to);
    return WireNames.of(Format.CSV).equals(wished)
        ? Response.ok(new SeriesTable(figures.history()), CsvCell.TABLE)
            .header("Content-Disposition", "attachment; filename=analytics.csv")
            .build()
        : Response.ok(figures, "application/json").build();
  }
}
