package org.freehold.web.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.Jobs;
import org.freehold.jobs.RunDetails;
import org.freehold.platform.json.JsonText;
import org.freehold.web.platform.EventStreams;
import org.freehold.web.platform.Watched;

/** The runs that are being watched from this node. */
@ApplicationScoped
public class RunStreams {
  @Inject private EventStreams streams;
  @Inject private Jobs jobs;

  /** Sends the run as it is now and at every change, until it has ended. */
  void open(JobRunId run, SseEventSink sink, Sse sse) {
    streams.open("run", run, sink, sse, (String told) -> news(jobs.run(run), told));
  }

  private static Watched.News<String> news(RunDetails run, String told) {
    String json = JsonText.of(run);
    return new Watched.News<>(
        json.equals(told) ? List.of() : List.of(new Watched.Item("run", json)),
        json,
        run.status().ended());
  }
}
