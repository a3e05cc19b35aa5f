package org.freehold.health.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.platform.HealthCheck;

/**
 * Opens a session with the broker. Requests do not need it: the database is the queue, the broker
 * only wakes. One that takes connections and says nothing is down too, which only a session shows;
 * however often it is asked meanwhile, one thread waits for it.
 */
@ApplicationScoped
public class BrokerHealth implements HealthCheck {
  private static final long LONGEST_SECONDS = 3;

  @Inject
  @ConfigProperty(name = "freehold.jms.connection-factory")
  String connectionFactory;

  @Resource private ManagedExecutorService executor;
  private Future<Map<String, Object>> asked;

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public Map<String, Object> check() throws Exception {
    try {
      return asked().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } catch (TimeoutException e) {
      throw new JMSException("The broker did not answer within " + LONGEST_SECONDS + " s");
    }
  }

  private synchronized Future<Map<String, Object>> asked() {
    if (asked == null || asked.isDone()) {
      asked = executor.submit(this::connect);
    }
    return asked;
  }

  private Map<String, Object> connect() throws NamingException, JMSException {
    ConnectionFactory factory = InitialContext.doLookup(connectionFactory);
    try (Connection connection = factory.createConnection()) {
      connection.createSession(false, Session.AUTO_ACKNOWLEDGE).close();
      return Map.of("provider", connection.getMetaData().getJMSProviderName());
    }
  }

  @Override
  public boolean neededForReadiness() {
    return false;
  }
}
