package org.freehold.web.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import org.freehold.compliance.ComplianceReportId;
import org.freehold.compliance.ComplianceReports;
import org.freehold.compliance.Framework;
import org.freehold.compliance.ReportDetails;
import org.freehold.compliance.RequestReport;
import org.freehold.compliance.documents.ReportFile;
import org.freehold.compliance.documents.ReportFormat;
import org.freehold.compliance.results.ReportDocument;
import org.freehold.jobs.RunDetails;
import org.freehold.platform.CsvCell;
import org.freehold.platform.json.WireNames;
import org.freehold.web.jobs.JobsResource;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.EnumParameter;
import org.freehold.web.platform.PageParameters;

/** Reports over the audit trail for auditors. */
@Area("Compliance")
@Path("compliance/reports")
@ApplicationScoped
@Produces("application/json")
public class ComplianceReportsResource {
  @Inject private ComplianceReports reports;

  @POST
  @Operation(
      summary =
          "Asks the audit trail what the controls of a framework ask, over a period that has ended, in"
              + " a run that can be watched",
      permission = "compliance:write",
      status = 202,
      answers = RunDetails.class,
      problems = "report_limit")
  public Response requestReport(RequestReport wanted) {
    return JobsResource.accepted(reports.request(wanted));
  }

  @GET
  @Operation(
      summary = "Lists the reports that were asked for",
      permission = "compliance:read",
      answers = ReportDetails.class,
      paged = true,
      sorts = "-created_at")
  public Response listReports(
      @BeanParam PageParameters page,
      @OneOf(Framework.class) @QueryParam("framework") String framework,
      @Context UriInfo uri) {
    Framework wished =
        WireNames.constant(
                Framework.class, EnumParameter.check(Framework.class, "framework", framework))
            .orElse(null);
    return Answers.page(uri, reports.list(wished, page.request()));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary =
          "Tells of a report: whether it is completed, what it saw, and how its controls came out",
      permission = "compliance:read",
      answers = ReportDetails.class)
  public Response getReport(@PathParam("id") ComplianceReportId id) {
    return Response.ok(reports.get(id)).build();
  }

  @GET
  @Path("{id}/document")
  @Operation(
      summary =
          "Gives the whole report: each control with its verdict, each question with its statement,"
              + " its population, its exceptions and its sample, and what proves them",
      permission = "compliance:read",
      answers = ReportDocument.class,
      problems = "report_not_completed")
  public Response getReportDocument(@PathParam("id") ComplianceReportId id) {
    return Response.ok(reports.document(id)).build();
  }

  @GET
  @Path("{id}/download")
  @Produces({
    "application/pdf",
    "application/oscal+json",
    "text/html; charset=utf-8",
    CsvCell.TABLE + "; charset=utf-8"
  })
  @Operation(
      summary = "Gives the whole report as a file: oscal (assessment results), html, pdf or csv",
      permission = "compliance:read",
      problems = "report_not_completed")
  public Response downloadReport(
      @PathParam("id") ComplianceReportId id,
      @OneOf(ReportFormat.class) @QueryParam("format") String format) {
    ReportFormat wished =
        WireNames.constant(
                ReportFormat.class, EnumParameter.check(ReportFormat.class, "format", format))
            .orElse(ReportFormat.PDF);
    ReportFile file = new ReportFile(reports.document(id), wished);
    StreamingOutput content = file::write;
    return Response.ok(content, wished.mediaType())
        .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Removes a report for good; the trail keeps the hash of its results",
      permission = "compliance:write",
      problems = {"under_legal_hold"},
      status = 204)
  public Response removeReport(@PathParam("id") ComplianceReportId id) {
    reports.remove(id);
    return Response.noContent().build();
  }
}
