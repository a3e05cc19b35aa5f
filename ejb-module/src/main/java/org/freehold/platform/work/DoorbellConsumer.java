package org.freehold.platform.work;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Hears the {@link Doorbell}: claims what is due, hands it on, and is free again. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "destination", propertyValue = Doorbell.QUEUE),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Auto-acknowledge")
    })
public class DoorbellConsumer implements MessageListener {
  private static final Logger LOG = System.getLogger(DoorbellConsumer.class.getName());

  @Inject @Any private Instance<DueWork> work;
  @Inject private Deployment deployment;

  @Override
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void onMessage(Message message) {
    LOG.log(Level.DEBUG, () -> "Woken by request " + requestId(message));
    if (deployment.isOver()) {
      work.forEach(DueWork::lookForWork);
    }
  }

  private static String requestId(Message message) {
    try {
      return message.getStringProperty(Doorbell.REQUEST_ID);
    } catch (JMSException e) {
      return "unknown: " + e.getMessage();
    }
  }
}
