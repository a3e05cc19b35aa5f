package org.freehold.web.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayList;
import java.util.List;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.Deployments;
import org.freehold.releases.ReleaseId;
import org.freehold.releases.ReleaseLogLine;
import org.freehold.releases.WatchedDeployment;
import org.freehold.web.platform.EventStreams;
import org.freehold.web.platform.Watched;

/** The deployments that are being watched from this node. */
@ApplicationScoped
public class DeploymentStreams {
  /** The deployment as it was told last, and the last line; null before there is one. */
  private record Told(String deployment, ReleaseLogLine line) {
    static final Told NOTHING = new Told("", null);
  }

  @Inject private EventStreams streams;
  @Inject private Deployments deployments;

  /** Sends all that there is, each line and each change, until nothing happens to it any more. */
  void open(ReleaseId release, DeploymentId deployment, SseEventSink sink, Sse sse) {
    streams.open(
        "deployment",
        deployment,
        sink,
        sse,
        (Told position) -> {
          Told told = position == null ? Told.NOTHING : position;
          return news(deployments.watch(release, deployment, told.line()), told);
        });
  }

  private static Watched.News<Told> news(WatchedDeployment seen, Told told) {
    List<Watched.Item> items = new ArrayList<>();
    ReleaseLogLine last = told.line();
    for (ReleaseLogLine line : seen.lines()) {
      items.add(new Watched.Item("log", JsonText.of(line)));
      last = line;
    }
    String deployment = JsonText.of(seen.deployment());
    if (!deployment.equals(told.deployment())) {
      items.add(new Watched.Item("deployment", deployment));
    }
    boolean over = seen.deployment().status().isAtRest() && !seen.more();
    return new Watched.News<>(items, new Told(deployment, last), over);
  }
}
