package org.freehold.health.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.platform.HealthCheck;

/**
 * Opens a connection to the broker. Requests do not need it: the database is the queue, the broker
 * only wakes.
 */
@ApplicationScoped
public class BrokerHealth implements HealthCheck {
  @Inject
  @ConfigProperty(name = "freehold.jms.connection-factory")
  String connectionFactory;

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public Map<String, Object> check() throws NamingException, JMSException {
    ConnectionFactory factory = InitialContext.doLookup(connectionFactory);
    try (Connection connection = factory.createConnection()) {
      return Map.of("provider", connection.getMetaData().getJMSProviderName());
    }
  }

  @Override
  public boolean neededForReadiness() {
    return false;
  }
}
