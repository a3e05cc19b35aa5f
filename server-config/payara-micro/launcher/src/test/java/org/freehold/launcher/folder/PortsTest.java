package org.freehold.launcher.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void refusesATakenPortAndNamesTheOption() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> Ports.refuseTaken(port, "HTTP", "--port"))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("Port " + port + " for HTTP is taken")
          .hasMessageContaining("--port");
    }
  }

  @Test
  void seesAServerOnAllAddresses() throws Exception {
    try (ServerSocket other = new ServerSocket(0)) {
      assertThat(Ports.isFree(other.getLocalPort())).isFalse();
    }
  }

  @Test
  void findsAFreePort() {
    int port = Ports.anyFree();
    assertThatCode(() -> Ports.refuseTaken(port, "HTTP", "--port")).doesNotThrowAnyException();
  }
}
