package org.freehold.forwarding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import java.util.stream.LongStream;
import org.freehold.platform.TenantId;
import org.junit.jupiter.api.Test;

class ForwardingLineTest {
  private final ForwardingLine line = new ForwardingLine();

  private static TenantId tenant(long number) {
    return new TenantId(new UUID(0, number));
  }

  @Test
  void aTenantLeavesRoomToOthersAndAllToOtherWork() {
    assertThat(line.enter(tenant(1))).isTrue();
    assertThat(line.enter(tenant(1))).isTrue();
    assertThat(line.enter(tenant(1))).as("a third of one tenant").isFalse();
    long entered = LongStream.range(2, 20).filter(one -> line.enter(tenant(one))).count();
    assertThat(entered).isEqualTo(ForwardingLine.AT_ONCE - 2);
    line.leave(tenant(1));
    assertThat(line.enter(tenant(30))).isTrue();
    assertThat(line.enter(tenant(1))).isFalse();
    line.leave(tenant(2));
    assertThat(line.enter(tenant(1))).isTrue();
  }

  @Test
  void inTheClearOnlyAnAllowedNetworkIsSentAnything() throws UnknownHostException {
    ForwardingSettings settings = new ForwardingSettings();
    settings.allowedNetworks = "10.1.0.0/16,fd00::/8";
    InetAddress own = InetAddress.getByName("10.1.2.3");
    InetAddress world = InetAddress.getByName("93.184.216.34");
    assertThat(settings.allowsClear(own)).isTrue();
    assertThat(settings.allowsClear(own, world)).isFalse();
    settings.allowedNetworks = "none";
    assertThat(settings.allowsClear(own)).isFalse();
    settings.allowHttp = true;
    assertThat(settings.allowsClear(world)).isTrue();
  }
}
