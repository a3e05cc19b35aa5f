package org.freehold.web.platform;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Problem;
import org.freehold.platform.json.JsonText;

/** Every failure as a problem: what we say ourselves, what JAX-RS says, and what nobody foresaw. */
public final class ProblemMappers {
  private static final Logger LOG = System.getLogger(ProblemMappers.class.getName());

  private ProblemMappers() {}

  private static String requestId() {
    return CurrentCall.get().requestId();
  }

  private static Response answer(int status, Map<String, Object> body) {
    return Response.status(status).type(ProblemBody.TYPE).entity(JsonText.of(body)).build();
  }

  private static Response answer(Problem problem) {
    Response.ResponseBuilder response =
        Response.fromResponse(answer(problem.status(), ProblemBody.of(problem, requestId())));
    ProblemBody.headers(problem).forEach(response::header);
    return response.build();
  }

  /** Ours. */
  @Provider
  public static class OfProblem implements ExceptionMapper<Problem> {
    @Override
    public Response toResponse(Problem problem) {
      return answer(problem);
    }
  }

  /** What JAX-RS refuses: no such path, method or media type. */
  @Provider
  public static class OfJaxRs implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException failure) {
      if (failure.getCause() instanceof Problem problem) {
        return answer(problem);
      }
      Response refusal = failure.getResponse();
      int status = refusal.getStatus();
      if (status >= 500) {
        return unforeseen(failure);
      }
      String code =
          switch (status) {
            case 404 -> "no_such_path";
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 415 -> "unsupported_media_type";
            default -> "invalid";
          };
      String detail =
          switch (status) {
            case 404 -> "There is nothing at this path.";
            case 405 -> "This path does not take this method.";
            case 406 -> "The answer cannot be given in a media type that the request accepts.";
            case 415 -> "Bodies must be application/json, and uploads multipart/form-data.";
            default -> "The request cannot be understood.";
          };
      String title = refusal.getStatusInfo().getReasonPhrase();
      Map<String, Object> body = ProblemBody.of(status, code, title, detail, requestId());
      body.put("hint", "The paths and what they take are in /api/openapi.json.");
      Response.ResponseBuilder response = Response.fromResponse(answer(status, body));
      if (refusal.getHeaderString("Allow") != null) {
        response.header("Allow", refusal.getHeaderString("Allow"));
      }
      return response.build();
    }
  }

  /** Everything else: logged with its request id, told without detail. */
  @Provider
  public static class OfAnything implements ExceptionMapper<Throwable> {
    @Inject private UnwrappedCause unwrapped;

    @Override
    public Response toResponse(Throwable failure) {
      return unwrapped
          .problemIn(failure)
          .map(ProblemMappers::answer)
          .orElseGet(() -> unforeseen(failure));
    }
  }

  private static Response unforeseen(Throwable failure) {
    LOG.log(Level.ERROR, "Request " + requestId() + " failed", failure);
    Map<String, Object> body =
        ProblemBody.of(
            500,
            "internal_error",
            "Internal error",
            "Something went wrong on our side.",
            requestId());
    body.put("hint", "Tell the operator the request_id: the log has the rest.");
    return answer(500, body);
  }
}
