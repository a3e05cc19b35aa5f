package org.freehold.web.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.freehold.audit.AuditActionDetails;
import org.freehold.audit.AuditDownloads;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.AuditEventId;
import org.freehold.audit.AuditFilter;
import org.freehold.audit.AuditLog;
import org.freehold.audit.AuditRecording;
import org.freehold.audit.NewAuditEvent;
import org.freehold.audit.NewAuditEvents;
import org.freehold.audit.RecordedEvent;
import org.freehold.audit.RecordedEvents;
import org.freehold.audit.sealing.AuditProofs;
import org.freehold.audit.sealing.EventProof;
import org.freehold.platform.CsvCell;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.web.openapi.Area;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.openapi.Operation;
import org.freehold.web.platform.Answers;
import org.freehold.web.platform.EnumParameter;
import org.freehold.web.platform.PageParameters;

/** The trail of the tenant. */
@Area("Audit")
@Path("audit-logs")
@ApplicationScoped
@Produces("application/json")
public class AuditLogsResource {
  @Inject private AuditLog log;
  private static final List<String> SORTS = List.of("-timestamp", "timestamp");

  @Inject private AuditDownloads downloads;
  @Inject private AuditRecording recording;
  @Inject private AuditProofs proofs;

  /** How the trail is told: a page of it, or all of it as lines or as a table. */
  public enum Format {
    JSON,
    NDJSON,
    CSV
  }

  @GET
  @Produces({"application/json", AuditFile.LINES, CsvCell.TABLE})
  @Operation(
      summary =
          "Lists the trail of the tenant; with format or Accept all of it as lines of JSON or as a"
              + " table, which takes audit:export",
      permission = "audit:read",
      answers = AuditEventDetails.class,
      paged = true,
      sorts = "-timestamp")
  public Response list(
      @BeanParam PageParameters page,
      @BeanParam AuditParameters parameters,
      @OneOf(Format.class) @QueryParam("format") String format,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    String wished = EnumParameter.check(Format.class, "format", format);
    Format asked = WireNames.constant(Format.class, wished).orElseGet(() -> accepted(headers));
    if (asked == Format.JSON) {
      return Response.fromResponse(Answers.page(uri, log.list(parameters.filter(), page.request())))
          .type("application/json")
          .build();
    }
    return file(parameters.filter(), page.request(), asked, uri);
  }

  private static Format accepted(HttpHeaders headers) {
    for (MediaType type : headers.getAcceptableMediaTypes()) {
      if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        return Format.JSON;
      }
      if (type.isCompatible(MediaType.valueOf(AuditFile.LINES))) {
        return Format.NDJSON;
      }
      if (type.isCompatible(MediaType.valueOf(CsvCell.TABLE))) {
        return Format.CSV;
      }
    }
    return Format.JSON;
  }

  private Response file(AuditFilter filter, PageRequest page, Format format, UriInfo uri) {
    if (page.after() != null || uri.getQueryParameters().containsKey("limit")) {
      throw Invalid.at("format", "value", "A file has all events, and no limit and no after.");
    }
    // What cannot be is refused before the answer begins.
    Sort.of(page.sort(), SORTS);
    boolean table = format == Format.CSV;
    String name = WireNames.of(format);
    AuditFilter closed = downloads.begin(filter, name);
    return Response.ok(new AuditFile(downloads, closed, page.sort(), table))
        .type(table ? CsvCell.TABLE : AuditFile.LINES)
        .header("Content-Disposition", "attachment; filename=audit-events." + name)
        .header("Cache-Control", "no-store")
        .build();
  }

  @POST
  @Operation(
      summary =
          "Records an event of the product that is built on Freehold; one with the event_id of an"
              + " earlier one is not recorded again",
      permission = "audit:write",
      answers = RecordedEvent.class,
      problems = "audit_event_id_reused")
  public Response recordEvent(NewAuditEvent event) {
    return Response.ok(recording.record(event)).build();
  }

  @POST
  @Path("batch")
  @Operation(
      summary = "Records up to a hundred events of the product, all or none",
      permission = "audit:write",
      answers = RecordedEvents.class,
      problems = "audit_event_id_reused")
  public Response recordEvents(NewAuditEvents events) {
    return Response.ok(recording.recordAll(events)).build();
  }

  @GET
  @Path("actions")
  @Operation(
      summary = "Tells which actions the product puts on record, and what they mean",
      permission = "audit:read",
      answers = AuditActionDetails.class,
      paged = true)
  public Response auditActions() {
    return Response.ok(log.actions()).build();
  }

  @GET
  @Path("{id}/proof")
  @Operation(
      summary =
          "Proves an event without the server: its bytes, its place, and the checkpoint that they"
              + " lead to",
      permission = "audit:read",
      answers = EventProof.class,
      problems = "audit_trail_damaged")
  public Response eventProof(@PathParam("id") AuditEventId id) {
    return Response.ok(proofs.of(id)).build();
  }
}
