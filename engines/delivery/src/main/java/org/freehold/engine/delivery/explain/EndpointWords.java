package org.freehold.engine.delivery.explain;

/** Plain words for what is on record as a code. */
final class EndpointWords {
  private EndpointWords() {}

  static String because(DeliveryStory.Endpoint endpoint) {
    String reason = endpoint.statusReason();
    return reason == null || reason.isBlank() ? "" : " (" + stripped(reason) + ")";
  }

  private static String stripped(String reason) {
    return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
  }

  /** Begins as the middle of a sentence does. */
  static String error(String error, Integer statusCode) {
    return switch (error) {
      case "dns" -> "the name of the host led to no address";
      case "forbidden_address" -> "the host lay in a network that may not be called";
      case "no_consent" -> "the host lay in a network whose receivers must agree first";
      case "connection" -> "nobody answered there, or the connection broke";
      case "tls" -> "no secure connection came about; is the certificate valid?";
      case "timeout" -> "the receiver did not answer in time";
      case "redirect" -> "the receiver answered " + statusCode + ", and redirects are not followed";
      case "client_error", "server_error" -> "the receiver answered " + statusCode;
      case "protocol" -> "what answered there did not speak HTTP";
      default -> "it failed (" + error + ")";
    };
  }
}
