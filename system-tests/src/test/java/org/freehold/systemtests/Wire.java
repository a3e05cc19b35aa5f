package org.freehold.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What lies between a sender and a receiver on this machine. It passes everything on, until it is
 * told to keep back what receivers answer to a certain text, or that text itself: whoever dies then
 * was in the middle of it.
 */
final class Wire implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Wire.class.getName());

  /** What is kept back, and of how many connections it was. */
  private record Keeping(String from, boolean answers, AtomicInteger kept, CountDownLatch over) {
    boolean isBegunBy(String said) {
      return !from.isEmpty() && said.contains(from);
    }

    void keep() throws IOException {
      kept.incrementAndGet();
      try {
        over.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }

  private final int receiver;
  private final ServerSocket listening;
  private volatile Keeping keeping;

  /** To the port that somebody listens on. */
  Wire(int receiver) throws IOException {
    this.receiver = receiver;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    keeping = keeping("", false);
    begin("wire-" + listening.getLocalPort(), this::accept);
  }

  private static Keeping keeping(String from, boolean answers) {
    return new Keeping(from, answers, new AtomicInteger(), new CountDownLatch(1));
  }

  int port() {
    return listening.getLocalPort();
  }

  /** From now on nobody hears an answer to what has this text in it. */
  void keepAnswersTo(String text) {
    change(keeping(text, true));
  }

  /** From now on what has this text in it is lost on the way. */
  void lose(String text) {
    change(keeping(text, false));
  }

  /** Everything passes again, also answers that were kept. */
  void passOn() {
    change(keeping("", false));
  }

  private void change(Keeping next) {
    Keeping before = keeping;
    keeping = next;
    before.over().countDown();
  }

  /** Of how many connections something is kept now. */
  int kept() {
    return keeping.kept().get();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket sender = listening.accept();
        begin("wire-of-" + sender.getPort(), () -> join(sender));
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "The wire ends", e);
      }
    }
  }

  private void join(Socket sender) {
    try (sender;
        Socket to = new Socket(InetAddress.getLoopbackAddress(), receiver)) {
      Heard heard = new Heard();
      Thread answers = begin("wire-back-" + sender.getPort(), () -> answer(to, sender, heard));
      tell(sender, to, heard);
      answers.join();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "One of the two broke off", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a connection was told that is answered for by this. */
  private static final class Heard {
    private volatile Keeping begun;
  }

  private void tell(Socket sender, Socket to, Heard heard) throws IOException {
    InputStream in = sender.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] part = new byte[65_536];
    StringBuilder said = new StringBuilder();
    for (int read = in.read(part); read >= 0; read = in.read(part)) {
      said.append(new String(part, 0, read, StandardCharsets.ISO_8859_1));
      Keeping now = keeping;
      if (now.isBegunBy(said.toString())) {
        heard.begun = now;
        if (!now.answers()) {
          now.keep();
          throw new IOException("What was kept never comes");
        }
      }
      // A text may come in two parts.
      said.delete(0, Math.max(0, said.length() - 100));
      out.write(part, 0, read);
    }
    to.shutdownOutput();
  }

  private static void answer(Socket to, Socket sender, Heard heard) {
    byte[] part = new byte[65_536];
    try {
      InputStream in = to.getInputStream();
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        keepWhatAnswers(heard);
        sender.getOutputStream().write(part, 0, read);
      }
      keepWhatAnswers(heard);
      sender.shutdownOutput();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "One of the two broke off", e);
    }
  }

  private static void keepWhatAnswers(Heard heard) throws IOException {
    Keeping begun = heard.begun;
    if (begun != null && begun.answers()) {
      begun.keep();
    }
  }

  private static Thread begin(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Override
  public void close() throws IOException {
    listening.close();
    passOn();
  }
}
