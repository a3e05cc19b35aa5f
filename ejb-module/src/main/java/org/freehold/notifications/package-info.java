/**
 * Mail: what features fire as {@link org.freehold.platform.Mail} is queued with their change and
 * sent by an SMTP server later. Knows no feature and no occasion.
 */
@Feature(
    name = "notifications",
    dependsOn = {"platform"})
package org.freehold.notifications;

import org.freehold.platform.Feature;
