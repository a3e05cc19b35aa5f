package org.freehold.forwarding.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.freehold.forwarding.Batch;
import org.freehold.forwarding.DestinationKind;
import org.freehold.forwarding.internal.DestinationAddress.HostAndPort;
import org.freehold.platform.outbound.GuardedResolver;

/**
 * Sends a batch over a connection of its own, each message with its length before it (RFC 6587
 * 3.4.1, RFC 5425 4.3). Syslog knows no answer; so we say that we are done and wait until the
 * receiver closes its side too, as it does when it has read everything.
 */
@ApplicationScoped
public class SyslogSender {
  private static final Logger LOG = System.getLogger(SyslogSender.class.getName());

  @Inject private ForwardingSettings settings;
  @Resource private ManagedScheduledExecutorService watch;

  void send(Batch batch) throws NotTaken {
    HostAndPort to = DestinationAddress.hostAndPort(batch.address());
    try (Socket plain = new Socket()) {
      // Writing has no timeout of its own.
      Future<?> deadline =
          watch.schedule(() -> close(plain), settings.deadline().toSeconds(), TimeUnit.SECONDS);
      try {
        send(connected(plain, batch, to), batch);
      } finally {
        deadline.cancel(false);
      }
    } catch (GuardedResolver.Forbidden e) {
      throw new NotTaken("The address lies in a network that may not be called");
    } catch (IOException e) {
      throw new NotTaken("The connection failed: " + e.getClass().getSimpleName());
    }
  }

  private static void send(Socket socket, Batch batch) throws IOException {
    socket.getOutputStream().write(frames(batch));
    socket.getOutputStream().flush();
    socket.shutdownOutput();
    awaitEnd(socket.getInputStream());
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "A connection that took too long could not be closed", e);
    }
  }

  private Socket connected(Socket plain, Batch batch, HostAndPort to) throws IOException, NotTaken {
    int timeout = (int) settings.timeout().toMillis();
    InetAddress[] addresses = new GuardedResolver(settings.guard()).resolve(to.host());
    if (batch.kind() == DestinationKind.SYSLOG_TCP && !settings.allowsClear(addresses)) {
      throw new NotTaken("Without TLS only an allowed network is sent anything");
    }
    plain.connect(new InetSocketAddress(addresses[0], to.port()), timeout);
    plain.setSoTimeout(timeout);
    return batch.kind() == DestinationKind.SYSLOG_TLS ? secured(plain, batch, to) : plain;
  }

  /** The certificate must be of the host that was named. */
  private static Socket secured(Socket plain, Batch batch, HostAndPort to) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            Trust.in(batch.caCertificatePem())
                .getSocketFactory()
                .createSocket(plain, to.host(), to.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static byte[] frames(Batch batch) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Batch.Forwarded event : batch.events()) {
      byte[] message = event.syslog().getBytes(StandardCharsets.UTF_8);
      out.writeBytes((message.length + " ").getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(message);
    }
    return out.toByteArray();
  }

  /** Nothing that a receiver says is of use; only that it has ended. */
  private static void awaitEnd(InputStream in) throws IOException {
    byte[] ignored = new byte[512];
    int read = 0;
    for (int i = 0; i < 100 && read >= 0; i++) {
      read = in.read(ignored);
    }
    if (read >= 0) {
      throw new IOException("The receiver talks without end");
    }
  }
}
