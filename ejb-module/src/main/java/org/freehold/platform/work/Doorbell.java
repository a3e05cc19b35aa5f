package org.freehold.platform.work;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Rings when work has come due with a commit: one message, not persistent, however many commits
 * came meanwhile. The rows are the truth; a ring that is lost costs the time until the next sweep.
 */
@ApplicationScoped
public class Doorbell {
  /** The queue that the message-driven bean listens on; its physical name at the broker. */
  public static final String QUEUE = "freehold.work";

  /** The property that names the request whose commit rang last. */
  static final String REQUEST_ID = "request_id";

  private static final Logger LOG = System.getLogger(Doorbell.class.getName());

  private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

  /** Between two rings: under load one tells of many commits. */
  private static final Duration REST = Duration.ofMillis(10);

  @Inject
  @ConfigProperty(name = "freehold.jms.connection-factory")
  private String connectionFactory;

  @Resource private ManagedExecutorService executor;
  private final AtomicReference<String> requestId = new AtomicReference<>();
  private OneAtATime ringing;
  private volatile long silentSince;
  private volatile boolean silent;

  @PostConstruct
  void start() {
    ringing = new OneAtATime(executor, REST, this::sendOrSay);
  }

  void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkDue due) {
    requestId.set(due.requestId());
    if (!isLeftAlone()) {
      try {
        ringing.ask();
      } catch (RejectedExecutionException e) {
        LOG.log(Level.DEBUG, "No thread to ring the doorbell; the sweep does the work", e);
      }
    }
  }

  /** A broker that is away is asked again after a while only, not at every commit. */
  private boolean isLeftAlone() {
    return silent && System.nanoTime() - silentSince < LEFT_ALONE.toNanos();
  }

  private void sendOrSay() {
    try {
      send();
      if (silent) {
        silent = false;
        LOG.log(Level.INFO, "The broker takes messages again");
      }
    } catch (NamingException | JMSException e) {
      // Nothing is lost: the sweep finds the rows. Said once.
      silentSince = System.nanoTime();
      if (!silent) {
        silent = true;
        LOG.log(Level.WARNING, "The broker does not take messages; the sweep does the work", e);
      }
    }
  }

  /** By the classic interfaces: not every adapter has the later ones. */
  private void send() throws NamingException, JMSException {
    ConnectionFactory factory = InitialContext.doLookup(connectionFactory);
    try (Connection connection = factory.createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      MessageProducer producer = session.createProducer(session.createQueue(QUEUE));
      producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
      Message message = session.createMessage();
      message.setStringProperty(REQUEST_ID, requestId.get());
      producer.send(message);
    }
  }
}
