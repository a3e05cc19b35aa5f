package org.freehold.web.health;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import org.freehold.platform.Measured;
import org.freehold.platform.persistence.StatementCount;

/** The measurements of this node, in the form that Prometheus reads. */
@ApplicationScoped
public class Metrics {
  @Inject @Any private Instance<Measured> measured;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @PostConstruct
  void start() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    FunctionCounter.builder(
            "freehold.sql.queries", StatementCount.class, c -> StatementCount.total())
        .description("Queries sent through the entity manager")
        .register(registry);
  }

  void record(String method, String route, int status, Duration time) {
    Timer.builder("freehold.http.requests")
        .description("Requests by route and status")
        .tag("method", method)
        .tag("route", route)
        .tag("status", Integer.toString(status))
        .register(registry)
        .record(time);
  }

  String scrape() {
    StringBuilder text = new StringBuilder(registry.scrape());
    measured.forEach(one -> text.append(MeasurementText.of(one.measure())));
    return text.toString();
  }
}
