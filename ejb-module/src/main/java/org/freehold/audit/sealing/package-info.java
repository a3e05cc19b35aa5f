/**
 * The tree over the trail of a tenant: gives events their places after they were committed, signs
 * checkpoints over them, and proves what it says. Nothing here is asked by the change that an event
 * tells of, and nothing here changes an event.
 */
package org.freehold.audit.sealing;
